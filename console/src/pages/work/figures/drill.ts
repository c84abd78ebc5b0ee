import type { RouteLocationRaw } from 'vue-router'
import type { Narrowing } from '@/api/work'

/** The list of the rows that a figure counts. */
export function rowsOf(kind: string, filter: Narrowing | null | undefined): RouteLocationRaw {
  return { path: `/app/${kind}`, query: filter && Object.keys(filter).length ? { filter: JSON.stringify(filter) } : {} }
}

/** A filter and a condition more. */
export function also(filter: Narrowing, field: string, value: string): Narrowing {
  return { all: [filter, { field, operator: 'is', values: [value] }] }
}
