import { describe, expect, it } from 'vitest'

type Words = { default: Record<string, unknown> }

const files = import.meta.glob<Words>('./{en,zh-CN}/*.ts', { eager: true })

function keys(words: object, before = ''): string[] {
  return Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? keys(value, `${before}${name}.`) : [before + name],
  )
}

/** In English the words of use cases are the use cases' own. */
function isSaid(chapter: string, key: string): boolean {
  return chapter !== 'roles.ts' || !/^action\./.test(key)
}

function said(language: string, chapter: string): string[] {
  return keys(files[`./${language}/${chapter}`]?.default ?? {})
    .filter((key) => isSaid(chapter, key))
    .sort()
}

describe('every chapter', () => {
  const chapters = [...new Set(Object.keys(files).map((path) => path.split('/').at(-1) as string))]
  it.each(chapters)('%s has the same keys in both languages', (chapter) => {
    expect(said('en', chapter)).toEqual(said('zh-CN', chapter))
  })
})
