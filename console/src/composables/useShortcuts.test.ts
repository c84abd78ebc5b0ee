import { afterEach, expect, it } from 'vitest'
import { shortcutOf, shortcuts, type Shortcut } from './useShortcuts'

const shortcut = (group: Shortcut['group'], label: string): Shortcut => ({ key: '/', label, group, run: () => {} })
const list = shortcut('list', 'search box')
const everywhere = shortcut('everywhere', 'palette')

afterEach(() => shortcuts.splice(0))

it.each([
  ['reloaded', [list, everywhere]],
  ['come to from another page', [everywhere, list]],
])('a key is first of the list, which was %s', (_, order) => {
  shortcuts.push(...order)
  expect(shortcutOf('/')?.label).toBe('search box')
})

it('a key of no list is everybody’s, and of two lists the newer one’s', () => {
  shortcuts.push(everywhere)
  expect(shortcutOf('/')?.label).toBe('palette')
  shortcuts.push(list, shortcut('list', 'newer'))
  expect(shortcutOf('/')?.label).toBe('newer')
  expect(shortcutOf('x')).toBeUndefined()
})
