import { watch } from 'vue'
import { api } from '@/api/client'
import { has, language, t } from '@/i18n'
import { me } from '@/session'
import type { Kind } from './kinds'

export type FieldType =
  | 'text'
  | 'textarea'
  | 'choice'
  | 'multi-choice'
  | 'cascade'
  | 'number'
  | 'decimal'
  | 'money'
  | 'date'
  | 'instant'
  | 'mobile'
  | 'email'
  | 'address'
  | 'file'
  | 'boolean'
  | 'staff'
  | 'department'
  | 'record'
  | 'uuid'

/** A field of a kind of record, as the person's role has it. */
export interface Field {
  name: string
  label: string
  type: FieldType
  custom: boolean
  required: boolean
  unique: boolean
  readOnly: boolean
  inForm: boolean
  sortable: boolean
  /** Rows that a list can have to be sorted by it; none is any number. */
  sortLimit?: number | null
  operators: string[]
  options: { value: string; label: string }[]
  maxLength: number | null
  linksTo: string | null
  help: string | null
  default: string | null
}

/** What the program keeps beside the record and no table needs. */
const ASIDE = new Set(['avatarUrl', 'category', 'contactAddress', 'stageNumber', 'stages', 'lng', 'lat', 'location'])

const kept = new Map<Kind, Promise<Field[]>>()

/** The fields of a kind in the order of forms; asked once, and anew after {@link forgetFields}. */
export function fieldsOf(kind: Kind): Promise<Field[]> {
  let fields = kept.get(kind)
  if (!fields) {
    fields = api.get<{ items: Field[] }>(`/${kind}/fields`).then((answer) => answer.items.filter((field) => isShown(kind, field)))
    fields.catch(() => kept.delete(kind))
    kept.set(kind, fields)
  }
  return fields
}

/** After the field designer, and when what was known turns out to be old. */
export function forgetFields(): void {
  kept.clear()
}

// What fields there are depends on who one is.
watch(me, forgetFields, { flush: 'sync' })

function words(kind: Kind, name: string): string | null {
  const own = `fields.${kind}.${name}`
  const common = `fields.common.${name}`
  return has(own) ? own : has(common) ? common : null
}

function isShown(kind: Kind, field: Field): boolean {
  if (field.custom) {
    return true
  }
  return !(ASIDE.has(field.name) && kind !== 'products') && words(kind, field.name) !== null
}

/**
 * What a field is called: as the server says, where a company may have renamed it. The program's own labels are Chinese,
 * and the console has words for them in other languages.
 */
export function labelOf(kind: Kind, field: Field): string {
  const key = field.custom ? null : words(kind, field.name)
  const said = language() === 'zh-CN' || !/[\u3400-\u9fff]/.test(field.label) ? field.label : ''
  return said || (key ? t(key) : field.label || field.name)
}

/** What an option is called. */
export function optionLabel(kind: Kind, field: Pick<Field, 'name' | 'options'>, value: string): string {
  const key = `fields.options.${kind}.${field.name}.${value}`
  if (has(key)) {
    return t(key)
  }
  return field.options.find((option) => option.value === value)?.label ?? value
}
