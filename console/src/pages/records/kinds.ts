/** The kinds of record, in the words of the API's paths. */
export type Kind = 'customers' | 'leads' | 'contacts' | 'opportunities' | 'products'

interface About {
  /** Use cases in the words of `me.can`. */
  list: string
  add: string
  change: string
  delete: string
  transfer: string
  /** Columns of whoever has chosen none. */
  columns: string[]
  /** Whether there is a timeline. */
  timeline: boolean
  /** Whether people can be made members. */
  members: boolean
  files: boolean
}

export const kinds: Record<Kind, About> = {
  customers: {
    list: 'customer-browse',
    add: 'customer-report',
    change: 'customer-change',
    delete: 'customer-delete',
    transfer: 'customer-transfer',
    columns: ['name', 'status', 'ownerId', 'protectedUntil', 'contactId', 'contactPhone', 'industry', 'nextContactAt', 'lastActivityAt', 'createdAt'],
    timeline: true,
    members: true,
    files: true,
  },
  leads: {
    list: 'lead-list',
    add: 'lead-add',
    change: 'lead-change',
    delete: 'lead-delete',
    transfer: 'lead-transfer',
    columns: ['name', 'mobile', 'telephone', 'ownerId', 'converted', 'nextContactAt', 'lastActivityAt', 'createdAt'],
    timeline: true,
    members: false,
    files: true,
  },
  contacts: {
    list: 'contact-list',
    add: 'contact-add',
    change: 'contact-change',
    delete: 'contact-delete',
    transfer: 'contact-transfer',
    columns: ['name', 'customerId', 'post', 'mobile', 'email', 'primary', 'ownerId', 'nextContactAt'],
    timeline: true,
    members: false,
    files: true,
  },
  opportunities: {
    list: 'opportunity-list',
    add: 'opportunity-add',
    change: 'opportunity-change',
    delete: 'opportunity-delete',
    transfer: 'opportunity-transfer',
    columns: ['name', 'customerId', 'stageId', 'money', 'dealAt', 'outcome', 'ownerId', 'nextContactAt'],
    timeline: true,
    members: true,
    files: true,
  },
  products: {
    list: 'product-list',
    add: 'product-add',
    change: 'product-change',
    delete: 'product-delete',
    transfer: 'product-transfer',
    columns: ['name', 'code', 'category', 'price', 'ownerId', 'updatedAt'],
    timeline: false,
    members: false,
    files: true,
  },
}

export const kindNames = Object.keys(kinds) as Kind[]
