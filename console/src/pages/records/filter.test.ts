import { describe, expect, it } from 'vitest'
import type { Field } from './catalog'
import { both, fromFilter, operatorsOf, toFilter, type Condition } from './filter'

describe('the filter of an address', () => {
  const lines: Condition[] = [
    { field: 'name', operator: 'contains', values: ['科技'] },
    { field: 'money', operator: 'between', values: ['', '500'] },
    { field: 'status', operator: 'in', values: ['won', 'lost'] },
    { field: 'remark', operator: 'is-null', values: [] },
  ]

  it('comes back as the lines that made it', () => {
    expect(fromFilter(toFilter(lines))).toEqual(lines)
  })

  it('leaves out lines that are not finished', () => {
    const open = [...lines, { field: 'name', operator: 'is', values: [''] }, { field: '', operator: 'is', values: ['x'] }]
    expect(fromFilter(toFilter(open))).toEqual(lines)
    expect(toFilter([{ field: 'name', operator: 'is', values: [] }])).toBe('')
  })

  it('keeps one value where an operator takes one, and no empty one of a set', () => {
    expect(toFilter([{ field: 'a', operator: 'is', values: ['1', '2'] }])).toBe('{"all":[{"field":"a","operator":"is","values":["1"]}]}')
    expect(toFilter([{ field: 'a', operator: 'in', values: ['', '2'] }])).toBe('{"all":[{"field":"a","operator":"in","values":["2"]}]}')
  })

  it('reads one condition that stands alone', () => {
    expect(fromFilter('{"field":"ownerId","operator":"is","values":[7]}')).toEqual([{ field: 'ownerId', operator: 'is', values: ['7'] }])
  })

  it.each(['{"any":[]}', '{"all":[{"mine":true}]}', '{"all":[{"all":[]}]}', 'no json', '[]', '7', 'null', '{"all":1}'])(
    'is not shown as lines where it is more than that: %s',
    (filter) => expect(fromFilter(filter)).toBeNull(),
  )

  it('joins with another', () => {
    expect(both('', '{"mine":true}')).toBe('{"mine":true}')
    expect(both('{"mine":true}', '{"starred":true}')).toBe('{"all":[{"mine":true},{"starred":true}]}')
    expect(both('', '')).toBe('')
  })

  it('offers no order of people and no search by UUID, and keeps what a saved view says', () => {
    const operators = ['is', 'is-not', 'is-null', 'is-not-null', 'greater', 'in']
    const field = (type: string) => ({ type, operators }) as Field
    expect(operatorsOf(field('staff'))).toEqual(['is', 'is-not', 'is-null', 'is-not-null'])
    expect(operatorsOf(field('department'), 'in')).toEqual(['is', 'is-not', 'is-null', 'is-not-null', 'in'])
    expect(operatorsOf(field('file'))).toEqual(['is-null', 'is-not-null'])
    expect(operatorsOf(field('money'))).toEqual(operators)
  })
})
