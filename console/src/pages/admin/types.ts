import type { Link, Role } from '@/api/types'

/** A program that signs its requests. */
export interface App {
  appid: string
  accountId: string
  name: string
  rights: string[]
  networks: string[]
  rate: { burst: number; perSecond: number }
  replay: string
  disabled: boolean
  createdAt: string
  updatedAt: string
  secret?: string
  formerSecretUntil?: string
}

/** A personal access token; its secret is in the answer that made it. */
export interface Token {
  id: number
  name: string
  scopes: string[]
  createdAt: string
  expiresAt?: string | null
  lastUsedAt?: string | null
  secret?: string
}

export type Linked = Link | null

export interface Person {
  id: number
  userName: string
  name: string
  email: string | null
  phone: string | null
  role: Role
  team: Linked
  department: Linked
  superior: Linked
  disabled: boolean
  signedIn: boolean
  mustChangePassword: boolean
  createdAt: string
  lastSignInAt: string | null
  jobNumber: string | null
  nickname: string | null
  sex: string | null
  birthday: string | null
  address: string | null
  enteredOn: string | null
  officialOn: string | null
  resignedOn: string | null
}

/** A team or a department. */
export interface Unit extends Link {
  parent: Linked
  people: number
}

/** How much of each kind: customer, lead, membership, request … */
export type Counts = Record<string, number>

export interface Belongings {
  person: Link
  disabled: boolean
  counts: Counts
  needsPerson: number
}

export interface Handover {
  id: number
  leaver: Link
  to: Linked
  pool: Linked
  disabled: boolean
  by: Link
  at: string
  moved: Counts
  undone: { by: Link; at: string; returned: Counts; left: Counts } | null
}

/** A line of a menu. */
export interface MenuItem {
  id: number
  name: string
  content: string | null
  note: string | null
}

export type Scope = 'own' | 'own-and-subordinates' | 'team' | 'department-and-below' | 'all'

/** The rules of a company; all of them are set at once. */
export interface Settings {
  name: string
  zone: string
  protection: string
  claimsPerDay: number
  expiringWindow: string
  coolDown: string
  maximumHeld: number | null
  salesScope: Scope
  managerScope: Scope
}

/** A customer that would go into the pool. */
export interface Release {
  customer: Link
  owner: Link
  releasedAt: string
  rule: string
  from: string
  extensions: number
  underWish: string
}

export interface Simulation {
  items: Release[]
  total: number
  totalExact: boolean
  days: number
}

/** A pool with its rules; what is null follows the company's. */
export interface Pool extends Link {
  isDefault: boolean
  protection: string | null
  claimsPerDay: number | null
  coolDown: string | null
  departments: number[]
  teams: number[]
  position: number
}

export interface RolePowers {
  role: Role
  scope: Scope
  useCases: string[]
}

export interface ApprovalKind {
  kind: string
  days: boolean
  maximumDays: number | null
}
