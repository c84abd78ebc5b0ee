import { describe, expect, it } from 'vitest'
import { rightOf, rightsOf } from './useCases'

describe('rights', () => {
  it('are told by what they are about', () => {
    expect(rightOf('customer-report')).toEqual({ subject: 'customer', action: 'report' })
    expect(rightOf('follow-up-of-customer')).toEqual({ subject: 'follow-up', action: 'of-customer' })
    expect(rightOf('import')).toEqual({ subject: 'import', action: 'use' })
    expect(rightOf('something-new')).toEqual({ subject: 'other', action: 'something-new' })
  })

  it('of one subject stand together', () => {
    expect([...rightsOf(['lead-list', 'pool-claim', 'lead-add'])]).toEqual([
      ['lead', ['list', 'add']],
      ['pool', ['claim']],
    ])
  })
})
