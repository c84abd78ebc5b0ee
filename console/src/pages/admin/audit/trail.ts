import type { Link } from '@/api/types'

/** Who changed what: before and after by the names of the store. */
export interface TrailLine {
  id: number
  at: string
  actor: Link | null
  action: string
  kind: string
  recordId: number | null
  recordName: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  restorable?: boolean
}

/** One thing that is otherwise than it was. */
export interface Difference {
  field: string
  before: unknown
  after: unknown
}

/** What the store keeps for itself. */
const aside = new Set(['id', 'uuid', 'tenantId', 'nameKey', 'updatedAt', 'createdAt', 'version', 'passwordHash', 'secretHash'])

function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** By the names of fields; a company's own fields are `f` and a number. */
function flat(values: Record<string, unknown> | null): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const [name, value] of Object.entries(values ?? {})) {
    if (name === 'custom' && value !== null && typeof value === 'object') {
      Object.entries(value).forEach(([id, each]) => found.set(`f${id}`, each))
    } else if (!aside.has(camel(name)) && !/(grams|_key|tsv)$/.test(name)) {
      found.set(camel(name), value)
    }
  }
  return found
}

const nothing = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** What differs between before and after; of what was made or deleted, all that it had. */
export function differences(line: Pick<TrailLine, 'before' | 'after'>): Difference[] {
  const before = flat(line.before)
  const after = flat(line.after)
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, before: before.get(field), after: after.get(field) }))
    .filter((each) => !(nothing(each.before) && nothing(each.after)))
    .filter((each) => JSON.stringify(each.before) !== JSON.stringify(each.after))
}

const paths: Record<string, string> = {
  customer: 'customers',
  lead: 'leads',
  contact: 'contacts',
  opportunity: 'opportunities',
  product: 'products',
}

/** The page of what a line is about; null where there is none. */
export function pathOf(kind: string, id: number | null): string | null {
  return id !== null && paths[kind] ? `/app/${paths[kind]}/${id}` : null
}

/** The kind in the words of the API's paths, by which its fields are called. */
export function fieldsKind(kind: string): string {
  return paths[kind] ?? kind
}

const linked: Record<string, string> = {
  owner: 'staff',
  lastOwner: 'staff',
  createdBy: 'staff',
  deletedBy: 'staff',
  uploadedBy: 'staff',
  decidedBy: 'staff',
  recordedBy: 'staff',
  applicant: 'staff',
  holder: 'staff',
  staff: 'staff',
  superior: 'staff',
  leaver: 'staff',
  followers: 'staff',
  team: 'teams',
  holderTeam: 'teams',
  department: 'departments',
  parent: 'departments',
  pool: 'pools',
  customer: 'customers',
  contact: 'contacts',
  lead: 'leads',
  opportunity: 'opportunities',
  product: 'products',
  pipeline: 'pipelines',
  stage: 'stages',
}

/** What the numbers in a field of the program's stand for. */
export function linkOfName(field: string): string | null {
  return linked[field.replace(/Ids?$/, '')] ?? null
}
