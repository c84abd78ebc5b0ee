import { describe, expect, it } from 'vitest'
import type { ImportPreview, RecordField } from '@/api/work'
import { told, unfilled } from './useImport'

const field = (name: string, required = false): RecordField => ({
  name,
  required,
  label: name,
  type: 'text',
  custom: false,
  readOnly: false,
  inForm: true,
  options: [],
})
const preview = (...fields: (string | null)[]): ImportPreview => ({
  headerRow: 1,
  rows: 2,
  columns: fields.map((each, index) => ({ index, header: `h${index}`, field: each, sample: [] })),
})

describe('what the titles of a file tell', () => {
  it('is a field for each column that has one', () => {
    expect(told(preview('name', null, 'industry'), [field('name'), field('industry')])).toEqual({ 0: 'name', 1: '', 2: 'industry' })
  })

  it('fills no field twice', () => {
    expect(told(preview('name', 'name'), [field('name')])).toEqual({ 0: 'name', 1: '' })
  })

  it('passes over a field that one may not write', () => {
    expect(told(preview('ownerId'), [field('name')])).toEqual({ 0: '' })
  })
})

describe('required fields', () => {
  it('are missed until a column fills them', () => {
    const fields = [field('name', true), field('industry')]
    expect(unfilled({ 0: '' }, fields).map((each) => each.name)).toEqual(['name'])
    expect(unfilled({ 0: 'name' }, fields)).toEqual([])
  })
})
