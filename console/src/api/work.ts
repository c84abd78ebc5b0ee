import type { Link } from './types'

/** A row of a list of records, with what was asked for of it. */
export interface RecordItem {
  id: number
  uuid: string
  starred: boolean
  values: Record<string, unknown>
}

/** What one may still claim and hold. */
export interface Chances {
  claimsLeftToday: number
  claimsPerDay: number
  held: number
  maximumHeld: number | null
  pools: (Link & { customers: number })[]
}

export interface Claim {
  id: number
  customer: Link
  industry: string | null
  region: string | null
  status: string
  claimedAt: string
  protectedUntil: string | null
  stillHeld: boolean
  expired: boolean
}

export interface ApprovalKind {
  kind: string
  days: boolean
  maximumDays: number | null
}

export interface Approval {
  id: number
  kind: string
  applicant: Link
  team: Link | null
  customer: Link
  reason: string
  days: number | null
  status: 'pending' | 'approved' | 'rejected'
  decidedBy: Link | null
  decidedAt: string | null
  comment: string | null
  createdAt: string
}

/** What a name meets among the customers. */
export interface NameMatch {
  match: 'none' | 'exact' | 'similar'
  name: string | null
  owner: string | null
  team: string | null
  inPool: boolean
  id: number | null
  uuid: string | null
}

export interface Stage {
  id: number
  name: string
  /** How likely a sale is from here, in per cent. */
  rate: number
}

export interface Pipeline extends Link {
  stages: Stage[]
}

export interface BoardColumn {
  stage: Stage
  count: number
  sum: number
  /** Whether count and sum speak of all that stands there; else there is more. */
  exact?: boolean
  /** The first cards of the column. */
  items: RecordItem[]
}

export interface Board {
  pipeline: Link
  columns: BoardColumn[]
}

export type Outcome = 'won' | 'lost' | 'invalid'

/** What a file looks like before it is imported. */
export interface ImportPreview {
  headerRow: number
  rows: number
  columns: ImportColumn[]
}

export interface ImportColumn {
  /** From 0. */
  index: number
  header: string
  /** The field that the title tells. */
  field: string | null
  sample: string[]
}

export interface RefusedRow {
  row: number
  reason: string
  field: string | null
  rule: string | null
  cells: string[]
}

/** A field of a kind of record, as the catalogue says it. */
export interface RecordField {
  name: string
  label: string
  type: string
  custom: boolean
  required: boolean
  readOnly: boolean
  inForm: boolean
  options: { value: string; label: string }[]
}

/** A customer whose protection ends soon. */
export interface Ending {
  id: number
  name: string
  protectedUntil: string
  industry: string | null
  region: string | null
}

export interface FollowUp {
  kind: string
  id: number
  name: string
  nextContactAt: string
  overdue: boolean
}

export interface PoolMatch {
  id: number
  name: string
  industry: string | null
  region: string | null
  pooledAt: string
  /** In what it is like those that one holds: industry, region. */
  alike: string[]
}

export interface Today {
  date: string
  followUps: FollowUp[]
  expiring: Ending[]
  approvals: { waiting: number; exact?: boolean; items: Approval[] }
  poolMatches: PoolMatch[]
  counts: Record<string, number>
}

/** A filter as lists take it; kept as it came. */
export type Narrowing = Record<string, unknown>

export interface Counts {
  total: number
  following: number
  won: number
  lost: number
}

export interface Dashboard {
  summary: Counts
  monthReports: number
  weekFollowups: number
  expiring: Ending[]
  /** For each figure the filter of its customers. */
  filters: Record<string, Narrowing>
}

export interface Share {
  /** Null for those without any. */
  value: string | null
  count: number
  won: number
  lost: number
  filter: Narrowing
}

export interface PoolUse {
  total: number
  weekClaims: number
  monthClaims: number
  top: { person: Link; claims: number }[]
}

export interface TeamFigures {
  summary: Counts
  members: { person: Link; customers: Counts; activeDays: number; filter: Narrowing }[]
  timeline: { start: string; count: number; won: number; filter: Narrowing }[]
  filter: Narrowing
}

/** A visit, or a demand. */
export interface JournalEntry {
  id: number
  customer: Link | null
  contact: Link | null
  followers: Link[]
  happenedAt: string
  kind?: string | null
  content: string
  note: string | null
  attachment: string | null
  by: Link
  createdAt: string
}

export interface Satisfaction {
  id: number
  contact: Link
  /** From -10 to 10. */
  value: number
  staff: Link[]
  recordedAt: string
  note: string | null
  by: Link
}

export interface Payment {
  amount: number
  at: string
  by: Link
}

export interface Contract {
  id: number
  number: string | null
  name: string
  customer: Link
  amount: number | null
  signedAt: string | null
  agesFrom: string | null
  agesUntil: string | null
  followers: Link[]
  paid: number
  payments: Payment[]
  note: string | null
  owner: Link
}

export interface OutreachRecord {
  id: number
  name: string
  position: string | null
  contact: string | null
  replyStatus: string
  wechatExchanged: boolean
  accountId: number | null
  workerId: string | null
  notes: string | null
  contactedAt: string | null
  leadId: number | null
  owner: Link
  createdAt: string
}

export interface Funnel {
  pipeline: Link
  /** What is open, stage by stage. `money` is null for whom it is hidden. */
  stages: { stage: Link; rate: number; count: number; money: number | null; filter: Narrowing }[]
  outcomes: { outcome: Outcome; count: number; money: number | null; filter: Narrowing }[]
}
