import { onBeforeUnmount, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { api } from '@/api/client'
import { isAbort, Problem } from '@/api/problem'
import type { Page } from '@/api/types'

export type Query = Record<string, string | number | boolean | null | undefined>

/**
 * A list of the native API that follows its path and query: loads when they change, gives up the former request, and keeps
 * the former rows until there are new ones, so that nothing jumps. A path of null asks nothing.
 */
export function useList<T>(path: MaybeRefOrGetter<string | null>, query: MaybeRefOrGetter<Query> = {}) {
  const items = shallowRef<T[]>([])
  const total = ref(0)
  const totalExact = ref(true)
  const next = ref<string | null>(null)
  const loading = ref(true)
  /** Whether there was an answer at all; skeletons stand until then. */
  const ready = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let abort: AbortController | null = null

  async function reload(): Promise<void> {
    abort?.abort()
    const from = toValue(path)
    if (from === null) {
      return
    }
    const mine = (abort = new AbortController())
    loading.value = true
    try {
      const page = await api.get<Partial<Page<T>>>(from, { query: toValue(query), signal: mine.signal })
      items.value = page.items ?? []
      // By cursor nothing is counted: what was counted before still holds.
      if (page.total !== null) {
        total.value = page.total ?? items.value.length
        totalExact.value = page.totalExact ?? true
      }
      next.value = page.next ?? null
      problem.value = null
      ready.value = true
    } catch (thrown) {
      if (isAbort(thrown)) {
        return
      }
      problem.value = Problem.of(thrown)
      items.value = []
      ready.value = true
    }
    if (mine === abort) {
      loading.value = false
    }
  }

  watch(() => [toValue(path), JSON.stringify(toValue(query))], reload, { immediate: true })
  onBeforeUnmount(() => abort?.abort())
  return { items, total, totalExact, next, loading, ready, problem, reload }
}
