import { afterEach, describe, expect, it, vi } from 'vitest'
import { newKey } from './key'

const sources = import.meta.glob<string>('../**/*.{ts,vue}', { query: '?raw', import: 'default', eager: true })
const ONCE: Record<string, string> = { 'navigator.clipboard': '../composables/clipboard.ts', 'crypto.': './key.ts' }

describe('what a browser has with https only', () => {
  afterEach(() => vi.unstubAllGlobals())

  it.each(Object.entries(ONCE))('is asked for in one place: %s', (what, where) => {
    const asking = Object.entries(sources).filter(([path, text]) => !path.endsWith('.test.ts') && text.includes(what))
    expect(asking.map(([path]) => path)).toEqual([where])
  })

  it('is not needed for a key', () => {
    vi.stubGlobal('crypto', { getRandomValues: <T>(bytes: T) => globalThis.structuredClone(bytes) })
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/)
  })
})

it('no two keys are the same', () => {
  expect(new Set(Array.from({ length: 1000 }, newKey)).size).toBe(1000)
})
