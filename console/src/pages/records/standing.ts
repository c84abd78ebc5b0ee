import type { Link } from '@/api/types'

/** Whose a customer is now, and until when. */
export interface Standing {
  owner: Link | null
  from: string | null
  until: string | null
  locked: boolean
  /** Whether it is released when the protection ends. */
  ends: boolean
  rule: string | null
  pool: Link | null
  pooledAt: string | null
  pendingApproval: { id: number; kind: string } | null
}
