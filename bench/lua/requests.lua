-- Sends the requests of a file one after the other, and from its beginning again unless each counts once.
-- Arguments: file of requests, "once" or "again", how many of them earlier runs have used.
-- A line of the file: METHOD <tab> path with query <tab> token <tab> body (which may be missing).
-- Run with one thread: threads would send the same.
-- A token "app:ID:SECRET" stands for a signature of document 004, which is made when the request is sent.

local lines, position, once = {}, 0, false
local nonce, sign = 0, nil

local function signing()
  local ffi = require("ffi")
  ffi.cdef [[
    typedef struct evp_md_st EVP_MD;
    const EVP_MD *EVP_sha256(void);
    unsigned char *HMAC(const EVP_MD *md, const void *key, int key_len, const unsigned char *d, size_t n,
                        unsigned char *out, unsigned int *out_len);
    int EVP_EncodeBlock(unsigned char *out, const unsigned char *in, int n);
  ]]
  local crypto = ffi.load("libcrypto.so.3")
  local digest, text = ffi.new("unsigned char[32]"), ffi.new("unsigned char[64]")
  return function(key, message)
    crypto.HMAC(crypto.EVP_sha256(), key, #key, message, #message, digest, nil)
    crypto.EVP_EncodeBlock(text, digest, 32)
    return ffi.string(text)
  end
end

local function signed(method, path, app, secret, body)
  sign = sign or signing()
  return function()
    nonce = nonce + 1
    local now = tostring(os.time())
    local unique = ("%x-%d"):format(math.random(0, 0x7fffffff), nonce)
    return wrk.format(method, path, {
      ["appid"] = app, ["timestamp"] = now, ["nonce"] = unique,
      ["signature"] = sign(secret, app .. now .. unique), ["Content-Type"] = "application/json",
    }, body)
  end
end

function init(args)
  math.randomseed(os.time())
  for line in io.lines(args[1]) do
    local method, path, token, body = line:match("^(%S+)\t(%S+)\t(%S+)\t?(.*)$")
    local app, secret = token:match("^app:(%d+):(.+)$")
    -- an opaque token of document 002 is 32 characters; a JWT is longer
    local headers = #token == 32 and { ["Admin-Token"] = token } or { ["Authorization"] = "Bearer " .. token }
    if body ~= "" then
      headers["Content-Type"] = "application/json"
    end
    local content = body ~= "" and body or nil
    lines[#lines + 1] = app and signed(method, path, app, secret, content) or wrk.format(method, path, headers, content)
  end
  once = args[2] == "once"
  position = tonumber(args[3])
end

function request()
  position = position + 1
  if position > #lines then
    position = once and #lines or 1
  end
  local line = lines[position]
  return type(line) == "function" and line() or line
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%.6f,"bad":%d,"failed":%d,"p50":%.1f,"p99":%.1f,"mean":%.1f}\n',
    summary.requests, summary.duration / 1e6, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99), latency.mean))
end
