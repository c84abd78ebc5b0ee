import type { Link } from '@/api/types'

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
