/** How a customer's protection stands. */
export type Protection =
  | { state: 'pool' }
  | { state: 'locked' | 'unlimited' }
  | { state: 'ended'; until: string }
  | { state: 'safe' | 'soon'; until: string; days: number; hours: number; minutes: number; seconds: number }

interface Known {
  owner: unknown
  until: string | null
  locked: boolean
  /** Whether it is given back when it ends; a won customer is not. */
  ends?: boolean
}

const SECOND = 1000

/**
 * How it stands at a moment. What ends within the company's window (usually three days) ends soon; at its last second it has
 * not ended yet.
 */
export function protectionOf({ owner, until, locked, ends = true }: Known, now: number, windowDays = 3): Protection {
  if (!owner) {
    return { state: 'pool' }
  }
  if (locked) {
    return { state: 'locked' }
  }
  if (!until || !ends) {
    return { state: 'unlimited' }
  }
  const left = Math.floor((Date.parse(until) - now) / SECOND)
  if (left < 0) {
    return { state: 'ended', until }
  }
  return {
    state: left <= windowDays * 86400 ? 'soon' : 'safe',
    until,
    days: Math.floor(left / 86400),
    hours: Math.floor((left % 86400) / 3600),
    minutes: Math.floor((left % 3600) / 60),
    seconds: left % 60,
  }
}
