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
