import { numberOf } from '@/api/numbers'
import type { Link } from '@/api/types'
import { date, dateTime, listed, money, number } from '@/format'
import { t } from '@/i18n'
import { optionLabel, type Field } from './catalog'
import type { Kind } from './kinds'

/** A record of a list. */
export interface Item {
  id: number
  uuid: string
  starred: boolean
  values: Record<string, unknown>
}

/** A record by itself. */
export interface Detail extends Item {
  members: { readers: Link[]; writers: Link[] }
  may: { change: boolean; delete: boolean; transfer: boolean }
}

export function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value
}

/** A file that a field names. */
export interface FileLink {
  id: number
  uuid: string
  name: string
  bytes: number
}

/** The files that a value names. */
export function filesOf(value: unknown): FileLink[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null && 'uuid' in each) : []
}

export function nameOf(item: Item): string {
  return String(item.values.name ?? `#${item.id}`)
}

/** A value as text, the way tables and pages show it; empty for none. */
export function shown(kind: Kind, field: Field, value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return ''
  }
  if (isLink(value)) {
    return value.name
  }
  switch (field.type) {
    case 'instant':
      return dateTime(String(value))
    case 'date':
      return date(String(value))
    // A number of many digits comes as a text, which is formatted as well.
    case 'money':
      return money(value as number)
    case 'decimal':
    case 'number':
      return number(value as number)
    case 'boolean':
      return t(value === true ? 'common.yes' : 'common.no')
    case 'choice':
      return optionLabel(kind, field, String(value))
    case 'multi-choice':
      return Array.isArray(value) ? listed(value.map((each) => optionLabel(kind, field, String(each)))) : String(value)
    case 'cascade':
      return Array.isArray(value) ? value.join(' / ') : String(value)
    case 'file':
      return listed(filesOf(value).map((file) => file.name))
    case 'text':
      return optionLabel(kind, field, String(value))
    default:
      return Array.isArray(value) ? listed(value.map(String)) : String(value)
  }
}

/** Whether a value stands at the right of its column. */
export function isNumber(field: Pick<Field, 'type'>): boolean {
  return field.type === 'money' || field.type === 'decimal' || field.type === 'number'
}

/** A value as it is sent: a link as its number, files by their UUIDs, a typed number as one, nothing as null. */
export function sent(field: Pick<Field, 'type'>, value: unknown): unknown {
  if (typeof value === 'string' && isNumber(field)) {
    return numberOf(value)
  }
  if (isLink(value)) {
    return value.id
  }
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
    return null
  }
  const files = filesOf(value)
  return files.length ? files.map((file) => file.uuid) : value
}

/** What of a form has changed, as a PATCH says it. */
export function changes(fields: Pick<Field, 'name' | 'type'>[], before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  const changed: Record<string, unknown> = {}
  for (const field of fields) {
    const next = sent(field, after[field.name])
    if (JSON.stringify(next) !== JSON.stringify(sent(field, before[field.name]))) {
      changed[field.name] = next
    }
  }
  return changed
}
