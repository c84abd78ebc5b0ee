import { describe, expect, it } from 'vitest'
import type { BoardColumn, RecordItem } from '@/api/work'
import { listed, moved } from './useBoard'

const card = (id: number, money: number | null): RecordItem => ({ id, uuid: `${id}`, starred: false, values: { name: `c${id}`, money } })
const column = (id: number, items: RecordItem[], sum: number, count = items.length): BoardColumn => ({
  stage: { id, name: `s${id}`, rate: 10 },
  count,
  sum,
  items,
})

describe('the rest of a column', () => {
  const open = { all: [{ field: 'stageId', operator: 'is', values: ['7'] }, { field: 'outcome', operator: 'is-null', values: [] }] }

  it('is what is open at the stage', () => {
    expect(listed(7, '', false)).toEqual({ filter: JSON.stringify(open) })
  })

  it('is narrowed as the board is', () => {
    expect(listed(7, '科技', true)).toEqual({ filter: JSON.stringify(open), q: '科技', scene: 'mine' })
  })
})

describe('a moved card', () => {
  const first = card(1, 0.1)
  const board = [column(1, [first, card(2, 0.2)], 0.3), column(2, [], 5, 40)]

  it('takes its money along, to the cent', () => {
    const [from, to] = moved(board, first, 2)
    expect(from?.sum).toBe(0.2)
    expect(to?.sum).toBe(5.1)
    expect([from?.count, to?.count]).toEqual([1, 41])
    expect(to?.items.map((each) => each.id)).toEqual([1])
  })

  it('stays where it is when it is let go over its own column', () => {
    expect(moved(board, first, 1)).toEqual(board)
  })

  it('leaves the board when it has ended', () => {
    expect(moved(board, first, null).map((each) => each.count)).toEqual([1, 40])
  })

  it('counts for nothing where nobody said what it is worth', () => {
    expect(moved([column(1, [card(3, null)], 0), column(2, [], 1)], card(3, null), 2).map((each) => each.sum)).toEqual([0, 1])
  })
})
