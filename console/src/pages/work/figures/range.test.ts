import { describe, expect, it } from 'vitest'
import { span } from './range'

describe('a span of days', () => {
  it('is the whole of the present month', () => {
    expect(span('month', '2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  })

  it('goes back over the turn of the year', () => {
    expect(span('lastMonth', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  })

  it('is the quarter that a month is in', () => {
    expect(span('quarter', '2026-11-22')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  })

  it('is open where all is asked for', () => {
    expect(span('all', '2026-11-22')).toEqual({ from: '', to: '' })
  })
})
