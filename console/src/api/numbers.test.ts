import { describe, expect, it } from 'vitest'
import { numberOf, read, write } from './numbers'

const sentAs = (typed: string) => write({ money: numberOf(typed) })

describe('a typed number', () => {
  it.each([
    ['1234.56', '1234.56'],
    ['1.', '1'],
    ['.5', '0.5'],
    ['-0.50', '-0.5'],
    ['1,234,567.80', '1234567.8'],
    ['1000000000000000', '1000000000000000'],
    ['1234567890123456.78', '1234567890123456.78'],
    ['-009007199254740993', '-9007199254740993'],
    ['9007199254740991.4', '9007199254740991.4'],
  ])('%s is sent as %s', (typed, sent) => expect(sentAs(typed)).toBe(`{"money":${sent}}`))

  it.each(['abc', '1,5', '1.2.3', '1e3', '-', '.', 'Infinity'])('%s is none, and the server says so', (typed) => {
    expect(sentAs(typed)).toBe(JSON.stringify({ money: typed }))
  })

  it('is nothing where nothing is typed', () => expect(numberOf('  ')).toBeNull())
})

describe('what is read', () => {
  it('has numbers as numbers', () => {
    expect(read('{"id":1000000000000000,"money":281000.00,"rate":1e-7,"none":null}')).toEqual({ id: 1e15, money: 281000, rate: 1e-7, none: null })
  })
})
