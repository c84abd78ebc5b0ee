import { describe, expect, it } from 'vitest'
import { differences, linkOfName, pathOf } from './trail'

describe('a line of the audit', () => {
  it('shows what differs, by the names of fields', () => {
    const before = { id: 1, tenant_id: 1, name: '云帆', owner_id: 3, name_key: 'yunfan', custom: { 12: 'A' }, remark: null }
    const after = { id: 1, tenant_id: 1, name: '云帆', owner_id: 4, name_key: 'x', custom: { 12: 'B' }, remark: '' }
    expect(differences({ before, after })).toEqual([
      { field: 'ownerId', before: 3, after: 4 },
      { field: 'f12', before: 'A', after: 'B' },
    ])
  })

  it('shows all that was made', () => {
    expect(differences({ before: null, after: { name: '云帆', remark: null } })).toEqual([{ field: 'name', before: undefined, after: '云帆' }])
  })

  it('leads to the page of a record only', () => {
    expect(pathOf('customer', 7)).toBe('/app/customers/7')
    expect(pathOf('pool', 7)).toBeNull()
    expect(pathOf('customer', null)).toBeNull()
  })

  it('knows which numbers have a name', () => {
    expect(linkOfName('ownerId')).toBe('staff')
    expect(linkOfName('owner')).toBe('staff')
    expect(linkOfName('poolId')).toBe('pools')
    expect(linkOfName('amount')).toBeNull()
  })
})
