import { computed, ref, toValue, watch, type ComputedRef, type MaybeRefOrGetter } from 'vue'
import { api } from '@/api/client'
import type { Page } from '@/api/types'
import { useList, type Query } from './useList'

/** So many rows are reached by the numbers of pages; what lies further on by cursor, one page after another. */
export const REACH = 10_000

interface Place {
  page: number
  size: number
  cursor: string
}

const TRAIL = 'haina.trail'

/** The cursors by which somebody came to the pages of one list, so that one can go back after a reload too. */
function trail(list: string): Record<number, string> {
  try {
    const kept = JSON.parse(sessionStorage.getItem(TRAIL) ?? '{}') as { list?: string; cursors?: Record<number, string> }
    return kept.list === list ? (kept.cursors ?? {}) : {}
  } catch {
    return {}
  }
}

/**
 * A list of any length. Its place is in the address: the number of a page, and beyond {@link REACH} rows a cursor besides.
 * Whatever else changes in the address has to empty the cursor.
 */
export function useDeepList<T>(
  path: MaybeRefOrGetter<string | null>,
  narrowing: () => Query,
  place: ComputedRef<Place>,
  go: (place: Partial<Place>) => void,
) {
  const lastNumbered = computed(() => Math.floor(REACH / place.value.size))
  const deep = computed(() => place.value.cursor !== '' && place.value.page > lastNumbered.value)
  const page = computed(() => (deep.value ? place.value.page : Math.min(place.value.page, lastNumbered.value)))
  const list = useList<T>(path, () => ({
    ...narrowing(),
    size: place.value.size,
    ...(deep.value ? { cursor: place.value.cursor } : { page: page.value }),
  }))
  const name = computed(() => JSON.stringify([toValue(path), narrowing(), place.value.size]))
  const counted = ref('')

  watch(list.items, () => {
    if (!deep.value) {
      counted.value = name.value
    }
  })
  // By cursor nothing is counted: somebody who comes by a link still wants to know how long the list is.
  watch(
    () => (deep.value && toValue(path) !== null && counted.value !== name.value ? name.value : null),
    async (wanted) => {
      const from = toValue(path)
      if (wanted !== null && from !== null) {
        counted.value = wanted
        const first = await api.get<Page<T>>(from, { query: { ...narrowing(), fields: 'name', size: place.value.size, page: lastNumbered.value } }).catch(() => null)
        list.total.value = first?.total ?? 0
        list.totalExact.value = first?.totalExact ?? false
      }
    },
    { immediate: true },
  )
  // A cursor is good for one person and one list, and for no other.
  watch(list.problem, (problem) => problem?.field === 'cursor' && go({ page: 1, cursor: '' }))

  /** Goes to a page: to any that has a number, and from there on to the next and the one before. */
  function turn(to: number): void {
    const known = trail(name.value)
    if (to > page.value && to > lastNumbered.value && list.next.value) {
      sessionStorage.setItem(TRAIL, JSON.stringify({ list: name.value, cursors: { ...known, [to]: list.next.value } }))
      go({ page: to, cursor: list.next.value })
    } else if (to > lastNumbered.value && known[to]) {
      go({ page: to, cursor: known[to] })
    } else {
      go({ page: Math.min(to, lastNumbered.value), cursor: '' })
    }
  }

  return { ...list, page, deep, turn, hasNext: computed(() => list.next.value !== null) }
}
