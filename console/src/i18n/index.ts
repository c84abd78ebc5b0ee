import { nextTick } from 'vue'
import { createI18n, type Composer } from 'vue-i18n'
import common from './zh-CN/common'
import problems from './zh-CN/problems'

export type Language = 'zh-CN' | 'en'

const KEY = 'haina.language'

function preferred(): Language {
  const kept = localStorage.getItem(KEY)
  if (kept === 'zh-CN' || kept === 'en') {
    return kept
  }
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** The languages of the console. Chapters are loaded with the pages that need them, see {@link chapter}. */
export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  missingWarn: false,
  fallbackWarn: false,
})

/** The part of it that is not of the legacy kind. */
const composer = i18n.global as unknown as Composer
composer.setLocaleMessage('zh-CN', { common, problems })

type Words = { default: Record<string, unknown> }

const files = import.meta.glob<Words>('./*/*.ts')
const wanted = new Set(['common', 'problems'])
const loaded = new Set(['zh-CN/common', 'zh-CN/problems'])

async function load(language: Language, name: string): Promise<void> {
  const file = `${language}/${name}`
  const read = files[`./${file}.ts`]
  if (!read || loaded.has(file)) {
    return
  }
  const words = await read()
  loaded.add(file)
  composer.mergeLocaleMessage(language, { [name]: words.default })
}

export function language(): Language {
  return composer.locale.value as Language
}

/** Makes the words of chapters available: `src/i18n/<language>/<chapter>.ts`, used as `t('<chapter>.…')`. */
export async function chapter(...names: string[]): Promise<void> {
  names.forEach((name) => wanted.add(name))
  await Promise.all(names.map((name) => load(language(), name)))
}

/** Switches to a language and keeps the choice. */
export async function speak(next: Language): Promise<void> {
  await Promise.all([...wanted].map((name) => load(next, name)))
  composer.locale.value = next
  document.documentElement.lang = next
  localStorage.setItem(KEY, next)
  await nextTick()
}

/** Before the first page is shown. */
export async function startLanguage(): Promise<void> {
  const first = preferred()
  await Promise.all([...wanted].map((name) => load(first, name)))
  composer.locale.value = first
  document.documentElement.lang = first
}

/** Words outside of a component. */
export function t(key: string, values: Record<string, unknown> = {}): string {
  return composer.t(key, values)
}

/** Whether there are words for a key in the present language. */
export function has(key: string): boolean {
  return composer.te(key)
}
