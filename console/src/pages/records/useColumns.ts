import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { me } from '@/session'
import type { Field } from './catalog'
import { kinds, type Kind } from './kinds'

/** What a person has chosen; null for what is usual. */
interface Choice {
  names: string[] | null
  widths: Record<string, number>
}

const WIDTHS: Partial<Record<Field['type'], number>> = {
  instant: 150,
  date: 110,
  money: 130,
  number: 96,
  decimal: 120,
  boolean: 88,
  staff: 104,
  mobile: 132,
  email: 180,
  choice: 112,
}
const CUSTOM_AT_FIRST = 4

/** The columns of a kind's table: which, in which order, how wide. Kept for each person in the browser. */
export function useColumns(kind: Kind, fields: Ref<Field[]> | ComputedRef<Field[]>) {
  const key = `haina.columns.${me.value?.id ?? 0}.${kind}`
  const choice = ref<Choice>(read(key))
  watch(choice, (now) => localStorage.setItem(key, JSON.stringify(now)), { deep: true })

  const usual = computed(() => {
    const known = new Set(fields.value.map((field) => field.name))
    const own = fields.value.filter((field) => field.custom && field.type !== 'textarea' && field.type !== 'file')
    const names = kinds[kind].columns.filter((name) => known.has(name))
    const dates = names.filter((name) => name.endsWith('At'))
    return [...names.filter((name) => !dates.includes(name)), ...own.slice(0, CUSTOM_AT_FIRST).map((field) => field.name), ...dates]
  })

  const names = computed<string[]>({
    get: () => {
      const known = new Set(fields.value.map((field) => field.name))
      const chosen = (choice.value.names ?? usual.value).filter((name) => known.has(name))
      return chosen.includes('name') ? chosen : ['name', ...chosen]
    },
    set: (next) => (choice.value.names = next),
  })

  const shown = computed(() => names.value.flatMap((name) => fields.value.find((field) => field.name === name) ?? []))

  function width(field: Field): number {
    return choice.value.widths[field.name] ?? (field.name === 'name' ? 240 : (WIDTHS[field.type] ?? 148))
  }

  function resize(name: string, pixels: number): void {
    choice.value.widths[name] = Math.round(pixels)
  }

  function reset(): void {
    choice.value = { names: null, widths: {} }
  }

  return { names, shown, width, resize, reset }
}

function read(key: string): Choice {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '') as Partial<Choice>
    return { names: Array.isArray(kept.names) ? kept.names : null, widths: kept.widths ?? {} }
  } catch {
    return { names: null, widths: {} }
  }
}
