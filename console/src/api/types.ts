/** A person, a department, a pool, another record: what a link shows. */
export interface Link {
  id: number
  name: string
}

export interface Items<T> {
  items: T[]
}

/** One page of a list. The total is a lower bound where it is not exact, and null by cursor. */
export interface Page<T> extends Items<T> {
  page: number | null
  size: number
  total: number | null
  totalExact: boolean | null
  next: string | null
}

export type Role = 'sales' | 'sales-manager' | 'admin'

export interface Me {
  id: number
  userName: string
  name: string
  role: Role
  team: Link | null
  department: Link | null
  company: Link & { zone: string }
  /** The use cases that the role may begin. */
  can: string[]
  claimsPerDay: number | null
  expiringWindow: string | null
  /** Somebody else has set the password. */
  mustChangePassword?: boolean
}

/** Long work: imports, exports, changes of many records. */
export interface Job {
  id: number | string
  kind: 'import' | 'export' | 'bulk' | 'undo'
  recordKind: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone'
  /** Whether an import only tries, and writes nothing. */
  dryRun?: boolean
  done?: number | null
  total?: number | null
  created?: number | null
  changed?: number | null
  /** Rows whose record is there and stays as it is. */
  skipped?: number | null
  refused?: number | null
  fileName?: string | null
  createdAt?: string | null
  startedAt?: string | null
  endedAt?: string | null
  by?: Link | null
  undoable?: boolean
  failure?: { reason: string; detail: string | null } | null
}
