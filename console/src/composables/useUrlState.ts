import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQuery, type LocationQueryRaw } from 'vue-router'

type Simple = string | number

/** The state that a query says, by the names and usual values of a page. What makes no sense counts as not said. */
export function readState<S extends Record<string, Simple>>(query: LocationQuery, usual: S): S {
  const state: Record<string, Simple> = { ...usual }
  for (const [name, value] of Object.entries(usual)) {
    const said = query[name]
    const text = Array.isArray(said) ? said[0] : said
    if (text === undefined || text === null) {
      continue
    }
    if (typeof value === 'number') {
      const number = Number(text)
      state[name] = Number.isSafeInteger(number) && number > 0 ? number : value
    } else {
      state[name] = text
    }
  }
  return state as S
}

/** The query that says a state: without what is usual, and with whatever else stood there. */
export function writeState<S extends Record<string, Simple>>(query: LocationQuery, state: S, usual: S): LocationQueryRaw {
  const next: LocationQueryRaw = { ...query }
  for (const [name, value] of Object.entries(state)) {
    if (value === usual[name]) {
      delete next[name]
    } else {
      next[name] = String(value)
    }
  }
  return next
}

/**
 * A page's state, kept in its address so that it can be sent to somebody, and be gone back to.
 *
 * @param lost what every change that does not name it puts back
 */
export function useUrlState<S extends Record<string, Simple>>(usual: S, lost: Partial<S> = {}) {
  const route = useRoute()
  const router = useRouter()
  const state = computed<S>(() => readState(route.query, usual))

  /** Changes some of it at once. */
  function set(changes: Partial<S>, how: 'push' | 'replace' = 'push'): void {
    const query = writeState(route.query, { ...state.value, ...lost, ...changes }, usual)
    void router[how]({ query, hash: route.hash })
  }

  function field<K extends keyof S>(name: K, reset: Partial<S> = {}): WritableComputedRef<S[K]> {
    return computed({
      get: () => state.value[name],
      set: (value) => set({ ...reset, [name]: value } as Partial<S>),
    })
  }

  return { state, set, field }
}
