import { describe, expect, it } from 'vitest'
import { readState, writeState } from './useUrlState'

const usual = { page: 1, size: 25, q: '', sort: '-updatedAt' }

describe('the state in an address', () => {
  it('comes back as it was written', () => {
    const state = { page: 3, size: 50, q: '科技 & Co', sort: 'name' }
    const query = writeState({}, state, usual) as Record<string, string>
    expect(query).toEqual({ page: '3', size: '50', q: '科技 & Co', sort: 'name' })
    expect(readState(query, usual)).toEqual(state)
  })

  it('leaves out what is usual, and keeps what is not its own', () => {
    expect(writeState({ page: '4', tab: 'files' }, usual, usual)).toEqual({ tab: 'files' })
  })

  it.each(['0', '-1', '1.5', 'x', '', '99999999999999999999'])('takes no page %s', (page) => {
    expect(readState({ page }, usual).page).toBe(1)
  })

  it('takes the first of two', () => {
    expect(readState({ q: ['a', 'b'] }, usual).q).toBe('a')
    expect(readState({ q: null }, usual).q).toBe('')
  })
})
