import { describe, expect, it } from 'vitest'
import { changed, designOf, made, moved, type DesignedField } from './design'

const level: DesignedField = {
  name: 'f12',
  label: '客户级别',
  type: 'choice',
  custom: true,
  required: false,
  unique: false,
  readOnly: false,
  inForm: true,
  sortable: true,
  operators: [],
  options: [
    { value: 'A', label: 'A' },
    { value: 'B', label: 'B' },
  ],
  maxLength: null,
  linksTo: null,
  help: null,
  default: null,
  indexed: false,
  hiddenFrom: [],
  readOnlyFor: ['sales'],
}

describe('the design of a field', () => {
  it('says nothing where nothing was changed', () => {
    expect(changed(level, designOf(level))).toEqual({})
  })

  it('says only what was changed', () => {
    const design = { ...designOf(level), label: ' 级别 ', options: 'A\nB\n\nC\nA', hiddenFrom: ['sales'] }
    expect(changed(level, design)).toEqual({ label: '级别', options: ['A', 'B', 'C'], hiddenFrom: ['sales'] })
  })

  it('leaves out of a new field what its type has not', () => {
    const said = made({ ...designOf(null), label: '备注', type: 'textarea', unique: true, options: 'A', maxLength: 500 })
    expect(said).toMatchObject({ label: '备注', type: 'textarea', unique: false, maxLength: 500 })
    expect(said).not.toHaveProperty('options')
    expect(said).not.toHaveProperty('default')
  })

  it('moves one among others', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b'])
  })
})
