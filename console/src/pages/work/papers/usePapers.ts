import { computed, shallowRef, useTemplateRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { api } from '@/api/client'
import { ask } from '@/composables/ask'
import { notify } from '@/composables/notify'
import { useList } from '@/composables/useList'
import { useRowKeys } from '@/composables/useRowKeys'
import { useUrlState } from '@/composables/useUrlState'

type More = Record<string, string | number>

/** The list of what is written down on papers of a kind, narrowed in the address, with its form and its deletion. */
export function usePapers<T extends { id: number }, S extends More>(path: string, more: S) {
  const { t } = useI18n()
  const url = useUrlState<S & { from: string; to: string; page: number; size: number }>({ ...more, from: '', to: '', page: 1, size: 25 })
  const query = computed(() => {
    const all: Record<string, string | number | null> = { ...url.state.value }
    for (const [name, value] of Object.entries(all)) {
      all[name] = value === 0 ? null : value
    }
    return all
  })
  const list = useList<T>(path, query)
  /** What the form shows: one of them, or something new. */
  const edited = shallowRef<T | 'new' | null>(null)
  const table = useTemplateRef<{ move: (step: number) => Promise<void> }>('table')
  useRowKeys(table, () => (edited.value = 'new'))

  const page = computed({ get: () => url.state.value.page, set: (next) => url.set({ page: next } as never) })
  const size = computed({ get: () => url.state.value.size, set: (next) => url.set({ size: next, page: 1 } as never) })
  const isNarrowed = computed(() => Object.keys({ ...more, from: '', to: '' }).some((name) => Boolean((url.state.value as More)[name])))

  function narrow(changes: Partial<S & { from: string; to: string }>): void {
    url.set({ ...changes, page: 1 } as never)
  }

  function widen(): void {
    url.set({ ...more, from: '', to: '', page: 1 } as never)
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

  const actions = computed(() => [
    { name: 'edit', label: t('common.edit') },
    { name: 'delete', label: t('common.delete'), danger: true },
  ])

  return { state: url.state, list, edited, page, size, isNarrowed, narrow, widen, saved, remove, actions }
}
