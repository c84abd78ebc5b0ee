/** What a use case is about, by the beginning of its word; the longer beginning counts. */
const subjects = [
  'customer',
  'external',
  'member',
  'star',
  'activity',
  'attachment',
  'ownership',
  'pool',
  'approval',
  'lead',
  'contact',
  'opportunity',
  'pipeline',
  'product',
  'follow-up',
  'contract',
  'satisfaction',
  'journal',
  'scene',
  'stats',
  'staff',
  'import',
  'export',
  'job',
  'handover',
  'menu',
  'profile',
  'password',
  'session',
  'field',
  'outreach',
  'request',
  'record',
  'deleted',
  'app',
  'token',
  'audit',
  'tenant',
  'change',
  'system',
] as const

export interface Right {
  subject: string
  action: string
}

/** A use case's word as what it is about and what is done; what is known of neither is about `other`. */
export function rightOf(word: string): Right {
  const subject = subjects
    .filter((each) => word === each || word.startsWith(`${each}-`))
    .reduce((longest, each) => (each.length > longest.length ? each : longest), '')
  return subject ? { subject, action: word.slice(subject.length + 1) || 'use' } : { subject: 'other', action: word }
}

/** All that some of the roles may, by what it is about, in the order of the words given. */
export function rightsOf(words: Iterable<string>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const word of words) {
    const { subject, action } = rightOf(word)
    const actions = found.get(subject) ?? []
    if (!actions.includes(action)) {
      found.set(subject, [...actions, action])
    }
  }
  return found
}
