import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { api } from '@/api/client'
import { ask } from '@/composables/ask'
import { notify } from '@/composables/notify'
import { useList } from '@/composables/useList'
import { useUrlState } from '@/composables/useUrlState'

type More = Record<string, string | number>

/** Whose papers are listed; 0 for everybody's. */
export const PARTY = { customer: 0, contact: 0 }

/**
 * The list of what is written down on papers of a kind, narrowed in the address, with its form and its deletion.
 *
 * @param more by what it is narrowed besides the days
 */
export function usePapers<T extends { id: number }, S extends More = typeof PARTY>(path: string, more: S) {
  const { t } = useI18n()
  const wide = { ...more, from: '', to: '' }
  const url = useUrlState<S & { from: string; to: string; page: number; size: number }>({ ...wide, page: 1, size: 25 })
  const list = useList<T>(path, () => Object.fromEntries(Object.entries(url.state.value as More).map(([name, value]) => [name, value === 0 ? null : value])))
  /** What the form shows: one of them, or something new. */
  const edited = shallowRef<T | 'new' | null>(null)
  const page = computed({ get: () => url.state.value.page, set: (next) => url.set({ page: next } as never) })
  const size = computed({ get: () => url.state.value.size, set: (next) => url.set({ size: next, page: 1 } as never) })
  const isNarrowed = computed(() => Object.keys(wide).some((name) => Boolean((url.state.value as More)[name])))
  const actions = computed(() => [
    { name: 'edit', label: t('common.edit') },
    { name: 'delete', label: t('common.delete'), danger: true },
  ])

  function narrow(changes: Partial<S & { from: string; to: string }>): void {
    url.set({ ...changes, page: 1 } as never)
  }

  function widen(): void {
    url.set({ ...wide, page: 1 } as never)
  }

  async function saved(): Promise<void> {
    edited.value = null
    await list.reload()
  }

  async function remove(item: T, name: string): Promise<void> {
    if (!(await ask(t('common.delete'), t('papers.sureDelete', { name }), true))) {
      return
    }
    try {
      await api.delete(`${path}/${item.id}`)
      notify.done(t('common.deleted'))
    } catch (thrown) {
      notify.problem(thrown)
    }
    await list.reload()
  }

  return { state: url.state, list, edited, page, size, isNarrowed, narrow, widen, saved, remove, actions }
}

/** What {@link usePapers} gives a page that is narrowed by whose the papers are. */
export type Papers<T extends { id: number }> = ReturnType<typeof usePapers<T, typeof PARTY>>
