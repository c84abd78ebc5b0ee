import { onBeforeUnmount, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { api } from '@/api/client'
import { isAbort, Problem } from '@/api/problem'
import type { Board, BoardColumn, Outcome, RecordItem } from '@/api/work'
import { notify } from '@/composables/notify'
import { toFilter } from '@/pages/records/filter'

type Query = Record<string, string | number | null | undefined>

export function amount(card: RecordItem): number {
  return Number(card.values.money ?? 0)
}

/** A board as it is once a card lies in another column, or in none. Sums are kept to the cent. */
export function moved(columns: BoardColumn[], card: RecordItem, to: number | null): BoardColumn[] {
  const cents = Math.round(amount(card) * 100)
  return columns.map((column) => {
    const had = column.items.some((each) => each.id === card.id)
    const gets = column.stage.id === to
    if (had === gets) {
      return column
    }
    const step = gets ? 1 : -1
    return {
      ...column,
      count: column.count + step,
      sum: (Math.round(column.sum * 100) + step * cents) / 100,
      items: gets ? [card, ...column.items] : column.items.filter((each) => each.id !== card.id),
    }
  })
}

/** The query of the list that shows a column to its end: what the board leaves out is left out there. */
export function listed(stage: number, q: string, mine: boolean): Record<string, string> {
  const filter = toFilter([
    { field: 'stageId', operator: 'is', values: [String(stage)] },
    { field: 'outcome', operator: 'is-null', values: [] },
  ])
  return { filter, ...(q ? { q } : {}), ...(mine ? { scene: 'mine' } : {}) }
}

/** The board of a pipeline: what is moved is moved at once, and goes back where the server refuses it. */
export function useBoard(query: MaybeRefOrGetter<Query | null>) {
  const columns = shallowRef<BoardColumn[]>([])
  const ready = ref(false)
  const loading = ref(false)
  const problem = shallowRef<Problem | null>(null)
  let abort: AbortController | null = null

  async function reload(): Promise<void> {
    const asked = toValue(query)
    if (!asked) {
      return
    }
    abort?.abort()
    const mine = (abort = new AbortController())
    loading.value = true
    try {
      columns.value = (await api.get<Board>('/opportunities/board', { query: asked, signal: mine.signal })).columns
      problem.value = null
      ready.value = true
    } catch (thrown) {
      if (isAbort(thrown)) {
        return
      }
      problem.value = Problem.of(thrown)
      columns.value = []
    }
    if (mine === abort) {
      loading.value = false
    }
  }

  async function order(card: RecordItem, to: number | null, send: () => Promise<unknown>): Promise<boolean> {
    const before = columns.value
    columns.value = moved(before, card, to)
    try {
      await send()
      return true
    } catch (thrown) {
      columns.value = before
      notify.problem(thrown)
      void reload()
      return false
    }
  }

  const move = (card: RecordItem, to: number): Promise<boolean> =>
    order(card, to, () => api.put(`/opportunities/${card.id}/stage`, { stageId: to }))

  const end = (card: RecordItem, outcome: Outcome, remark: string | null): Promise<boolean> =>
    order(card, null, () => api.put(`/opportunities/${card.id}/outcome`, { outcome, remark }))

  watch(() => JSON.stringify(toValue(query)), reload, { immediate: true })
  onBeforeUnmount(() => abort?.abort())
  return { columns, ready, loading, problem, reload, move, end }
}
