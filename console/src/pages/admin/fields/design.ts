import type { Field, FieldType } from '@/pages/records/catalog'

/** A field as an admin sees it. */
export interface DesignedField extends Field {
  position?: number
  indexed?: boolean
  hiddenFrom?: string[]
  readOnlyFor?: string[]
}

/** What a company can choose of for a field of its own. */
export const offeredTypes: FieldType[] = [
  'text',
  'textarea',
  'choice',
  'multi-choice',
  'cascade',
  'number',
  'decimal',
  'money',
  'date',
  'instant',
  'mobile',
  'email',
  'address',
  'boolean',
  'file',
  'staff',
  'department',
]

const choices = new Set<FieldType>(['choice', 'multi-choice', 'cascade'])
const neverUnique = new Set<FieldType>(['multi-choice', 'cascade', 'file', 'boolean', 'textarea'])
const withLength = new Set<FieldType>(['text', 'textarea'])

/** Which rules make sense for a field of a type. */
export function rulesOf(type: FieldType): { options: boolean; unique: boolean; length: boolean; levels: boolean } {
  return {
    options: choices.has(type),
    unique: !neverUnique.has(type),
    length: withLength.has(type),
    levels: type === 'cascade',
  }
}

/** What a form holds of a field. */
export interface Design {
  label: string
  type: FieldType
  required: boolean
  unique: boolean
  indexed: boolean
  /** One a line. */
  options: string
  maxLength: number | null
  default: string
  help: string
  hiddenFrom: string[]
  readOnlyFor: string[]
}

export function designOf(field: DesignedField | null): Design {
  return {
    label: field?.label ?? '',
    type: field?.type ?? 'text',
    required: field?.required ?? false,
    unique: field?.unique ?? false,
    indexed: field?.indexed ?? false,
    options: (field?.options ?? []).map((option) => option.value).join('\n'),
    maxLength: field?.maxLength ?? null,
    default: field?.default ?? '',
    help: field?.help ?? '',
    hiddenFrom: field?.hiddenFrom ?? [],
    readOnlyFor: field?.readOnlyFor ?? [],
  }
}

export function lines(text: string): string[] {
  const found = text.split('\n').map((line) => line.trim()).filter(Boolean)
  return [...new Set(found)]
}

/** What is to be sent of a new field. */
export function made(design: Design): Record<string, unknown> {
  const rules = rulesOf(design.type)
  return {
    label: design.label.trim(),
    type: design.type,
    required: design.required,
    unique: rules.unique && design.unique,
    indexed: design.indexed,
    ...(rules.options ? { options: lines(design.options) } : {}),
    ...(rules.length && design.maxLength ? { maxLength: design.maxLength } : {}),
    ...(design.default.trim() ? { default: design.default.trim() } : {}),
    ...(design.help.trim() ? { help: design.help.trim() } : {}),
    hiddenFrom: design.hiddenFrom,
    readOnlyFor: design.readOnlyFor,
  }
}

/** What differs from the field as it is; of a built-in one nothing else may be sent. */
export function changed(field: DesignedField, design: Design): Record<string, unknown> {
  const was = designOf(field)
  const said: Record<string, unknown> = {}
  for (const key of Object.keys(was) as (keyof Design)[]) {
    if (JSON.stringify(was[key]) === JSON.stringify(design[key])) {
      continue
    }
    if (key === 'options') {
      said.options = lines(design.options)
    } else if (typeof design[key] === 'string') {
      said[key] = design[key].trim()
    } else if (design[key] !== null) {
      said[key] = design[key]
    }
  }
  return said
}

/** The list with one of its things at another place. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const next = [...all]
  const [thing] = next.splice(from, 1)
  if (thing !== undefined) {
    next.splice(Math.max(0, Math.min(to, next.length)), 0, thing)
  }
  return next
}
