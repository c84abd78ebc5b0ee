-- Sends the requests of a file one after the other, and from its beginning again unless each counts once.
-- Arguments: file of requests, "once" or "again", how many of them earlier runs have used.
-- A line of the file: METHOD <tab> path with query <tab> token <tab> body (which may be missing).
-- Run with one thread: threads would send the same.

local lines, position, once = {}, 0, false

function init(args)
  for line in io.lines(args[1]) do
    local method, path, token, body = line:match("^(%S+)\t(%S+)\t(%S+)\t?(.*)$")
    -- an opaque token of document 002 is 32 characters; a JWT is longer
    local headers = #token == 32 and { ["Admin-Token"] = token } or { ["Authorization"] = "Bearer " .. token }
    if body ~= "" then
      headers["Content-Type"] = "application/json"
    end
    lines[#lines + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
  once = args[2] == "once"
  position = tonumber(args[3])
end

function request()
  position = position + 1
  if position > #lines then
    position = once and #lines or 1
  end
  return lines[position]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%.6f,"bad":%d,"failed":%d,"p50":%.1f,"p99":%.1f,"mean":%.1f}\n',
    summary.requests, summary.duration / 1e6, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99), latency.mean))
end
