import { describe, expect, it } from 'vitest'
import { protectionOf } from './protection'

const now = Date.parse('2026-11-22T02:00:00Z')
const held = { owner: { id: 7, name: '张' }, until: '2026-11-25T02:00:00Z', locked: false }

describe('a protection', () => {
  it('counts down to the second', () => {
    expect(protectionOf({ ...held, until: '2026-12-01T03:04:05Z' }, now)).toEqual({
      state: 'safe',
      until: '2026-12-01T03:04:05Z',
      days: 9,
      hours: 1,
      minutes: 4,
      seconds: 5,
    })
  })

  it('ends soon within the window, its edge included', () => {
    expect(protectionOf(held, now).state).toBe('soon')
    expect(protectionOf(held, now - 1000).state).toBe('safe')
    expect(protectionOf(held, now, 1).state).toBe('safe')
  })

  it('has not ended at its last second, and has after it', () => {
    expect(protectionOf(held, Date.parse(held.until)).state).toBe('soon')
    expect(protectionOf(held, Date.parse(held.until) + 1).state).toBe('ended')
  })

  it('does not run where there is no owner, a lock, or no end', () => {
    expect(protectionOf({ ...held, owner: null }, now).state).toBe('pool')
    expect(protectionOf({ ...held, locked: true }, now).state).toBe('locked')
    expect(protectionOf({ ...held, until: null }, now).state).toBe('unlimited')
    expect(protectionOf({ ...held, ends: false }, now + 1e12).state).toBe('unlimited')
  })
})
