import { describe, expect, it } from 'vitest'
import { filled, span } from './range'

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

describe('a timeline', () => {
  const point = (start: string, count: number) => ({ start, count, won: 0 })

  it('has the days in which nothing was, too', () => {
    expect(filled([point('2026-02-27', 1), point('2026-03-01', 2)], 'day').map((each) => each.count)).toEqual([1, 0, 2])
  })

  it('goes by weeks and months', () => {
    expect(filled([point('2026-11-02', 1), point('2026-11-16', 2)], 'week').map((each) => each.start)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16'])
    expect(filled([point('2025-12-01', 1), point('2026-02-01', 2)], 'month').map((each) => each.start)).toEqual(['2025-12-01', '2026-01-01', '2026-02-01'])
  })

  it('is empty where there is nothing', () => {
    expect(filled([], 'day')).toEqual([])
  })
})
