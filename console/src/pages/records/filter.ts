import type { Field } from './catalog'

/** One line of the filter builder. */
export interface Condition {
  field: string
  operator: string
  values: string[]
}

const WITHOUT_VALUE = new Set(['is-null', 'is-not-null'])
const MANY = new Set(['in', 'not-in'])

const OF_LINKS = ['is', 'is-not', 'is-null', 'is-not-null']
const OF_FILES = ['is-null', 'is-not-null']

/** The operators that are worth offering for a field: numbers of people have no order, and nobody knows a file by its UUID. */
export function operatorsOf(field: Field, present = ''): string[] {
  const some = field.type === 'file' ? OF_FILES : ['staff', 'department', 'record'].includes(field.type) ? OF_LINKS : null
  return field.operators.filter((operator) => !some || some.includes(operator) || operator === present)
}

/** How many values an operator takes: none, one, two (a range), or any number. */
export function takes(operator: string): 'none' | 'one' | 'two' | 'many' {
  if (WITHOUT_VALUE.has(operator)) {
    return 'none'
  }
  return MANY.has(operator) ? 'many' : operator === 'between' ? 'two' : 'one'
}

/** Whether a line says enough to be asked. */
export function isComplete({ field, operator, values }: Condition): boolean {
  const given = values.filter((value) => value !== '').length
  return field !== '' && operator !== '' && (takes(operator) === 'none' || given > 0)
}

/** The conditions as the API's filter; empty for none. A range keeps its place for the end that is open. */
export function toFilter(conditions: Condition[]): string {
  const said = conditions.filter(isComplete).map(({ field, operator, values }) => {
    switch (takes(operator)) {
      case 'none':
        return { field, operator, values: [] }
      case 'two':
        return { field, operator, values: [values[0] ?? '', values[1] ?? ''] }
      case 'many':
        return { field, operator, values: values.filter((value) => value !== '') }
      default:
        return { field, operator, values: values.slice(0, 1) }
    }
  })
  return said.length === 0 ? '' : JSON.stringify({ all: said })
}

function condition(node: unknown): Condition | null {
  if (typeof node !== 'object' || node === null) {
    return null
  }
  const { field, operator, values, ...rest } = node as Record<string, unknown>
  if (Object.keys(rest).length > 0 || typeof field !== 'string' || typeof operator !== 'string') {
    return null
  }
  const given = values === undefined ? [] : values
  return Array.isArray(given) ? { field, operator, values: given.map(String) } : null
}

/**
 * The conditions that a filter in an address says; null for one that the builder cannot show (`any`, nested ones), which is
 * still asked as it is.
 */
export function fromFilter(filter: string): Condition[] | null {
  if (filter === '') {
    return []
  }
  let node: unknown
  try {
    node = JSON.parse(filter)
  } catch {
    return null
  }
  const single = condition(node)
  if (single) {
    return [single]
  }
  if (typeof node !== 'object' || node === null || !('all' in node) || Object.keys(node).length !== 1 || !Array.isArray(node.all)) {
    return null
  }
  const lines = node.all.map(condition)
  return lines.every((line) => line !== null) ? lines : null
}

/** Several filters at once. */
export function both(...filters: string[]): string {
  const said = filters.filter(Boolean)
  return said.length <= 1 ? (said[0] ?? '') : `{"all":[${said.join(',')}]}`
}
