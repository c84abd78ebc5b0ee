import { computed, reactive, shallowRef } from 'vue'
import { api } from '@/api/client'
import { t } from '@/i18n'
import { notify } from './notify'
import { useForm } from './useForm'

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}

/** Gives a form what is newer than what was read, wherever nobody has written something else. */
export function renew<V extends object>(form: V, read: V, newer: V): void {
  for (const name of Object.keys(newer) as (keyof V)[]) {
    if (isSame(form[name], read[name]) && !isSame(form[name], newer[name])) {
      form[name] = newer[name]
    }
  }
}

/**
 * A form of something that is there, or of something new (without a path). What is there is read by itself, and a change
 * holds for that version alone; where somebody was faster the form can take the newer one, and keeps what was written.
 *
 * @param first the thing as a list shows it
 * @param values what the form shows of it
 */
export function useDraft<T, V extends object>(path: string | null, first: T | null, values: (item: T | null) => V) {
  const form = useForm()
  const item = shallowRef(first)
  const value = reactive(values(first)) as V
  let etag: string | null = null

  async function look(): Promise<void> {
    const answer = await api.fetch<T>(path!)
    renew(value, values(item.value), values(answer.body))
    item.value = answer.body
    etag = answer.etag
  }

  let looked = path ? look() : Promise.resolve()
  // Said when somebody saves.
  looked.catch(() => {})

  /** True when it went well. */
  const send = (action: (ifMatch: string | null) => Promise<unknown>): Promise<boolean> =>
    form.send(async () => {
      if (path && etag === null) {
        await looked.catch(() => (looked = look()))
      }
      await action(etag)
    })

  async function take(): Promise<void> {
    if (await form.send(look)) {
      notify.say(t('common.conflict.taken'))
    }
  }

  const newer = computed(() => (path && form.problem.value?.type === 'changed-meanwhile' ? take : undefined))

  return { ...form, value, item, send, newer }
}
