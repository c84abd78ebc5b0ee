/** Spans of days that people ask for, by the company's today: first and last day, both within. */
export type Preset = 'month' | 'lastMonth' | 'quarter' | 'year' | 'all'

export const presets: Preset[] = ['month', 'lastMonth', 'quarter', 'year', 'all']

function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)
}

/** The days of a span; empty for open. */
export function span(preset: Preset, today: string): { from: string; to: string } {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const now = month - 1
  switch (preset) {
    case 'month':
      return { from: day(year, now, 1), to: day(year, now + 1, 0) }
    case 'lastMonth':
      return { from: day(year, now - 1, 1), to: day(year, now, 0) }
    case 'quarter':
      return { from: day(year, now - (now % 3), 1), to: day(year, now - (now % 3) + 3, 0) }
    case 'year':
      return { from: day(year, 0, 1), to: day(year, 11, 31) }
    case 'all':
      return { from: '', to: '' }
  }
}

interface Point {
  start: string
  count: number
  won: number
}

/** Steps of a timeline with those between them in which nothing was. */
export function filled<P extends Point>(points: P[], period: string): (P | Point)[] {
  const known = new Map(points.map((point) => [point.start, point]))
  const last = points.at(-1)?.start ?? ''
  const all: (P | Point)[] = []
  let at = points[0]?.start ?? '~'
  while (at <= last && all.length < 1000) {
    all.push(known.get(at) ?? { start: at, count: 0, won: 0 })
    const [year, month, date] = at.split('-').map(Number) as [number, number, number]
    at = period === 'month' ? day(year, month, 1) : day(year, month - 1, date + (period === 'week' ? 7 : 1))
  }
  return all.length >= known.size ? all : points
}
