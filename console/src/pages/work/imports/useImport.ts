import { computed, ref, shallowRef, watch } from 'vue'
import { api } from '@/api/client'
import { Problem } from '@/api/problem'
import type { Items, Job, Link } from '@/api/types'
import type { ImportPreview, RecordField } from '@/api/work'
import { has, t } from '@/i18n'

export type Step = 'file' | 'mapping' | 'trial' | 'run'

/** What columns mean where the titles tell it. */
export function told(preview: ImportPreview, fields: RecordField[]): Record<number, string> {
  const known = new Set(fields.map((field) => field.name))
  const mapping: Record<number, string> = {}
  for (const column of preview.columns) {
    const field = column.field
    mapping[column.index] = field && known.delete(field) ? field : ''
  }
  return mapping
}

/** Required fields that no column fills. */
export function unfilled(mapping: Record<number, string>, fields: RecordField[]): RecordField[] {
  const filled = new Set(Object.values(mapping))
  return fields.filter((field) => field.required && !filled.has(field.name))
}

/** The way of a file into records: looked at, mapped, tried, imported. */
export function useImport(kind: () => string) {
  const step = ref<Step>('file')
  const file = shallowRef<File | null>(null)
  const preview = shallowRef<ImportPreview | null>(null)
  const fields = shallowRef<RecordField[]>([])
  const mapping = ref<Record<number, string>>({})
  const repeat = ref('skip')
  const owner = shallowRef<Link | null>(null)
  const trial = shallowRef<Job | null>(null)
  const job = shallowRef<Job | null>(null)
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)

  const names = computed(() =>
    Object.fromEntries(fields.value.map((field) => [field.name, field.custom ? field.label : named(field)])),
  )
  const missing = computed(() => unfilled(mapping.value, fields.value))

  function named(field: RecordField): string {
    const key = [`fields.${kind()}.${field.name}`, `fields.common.${field.name}`].find(has)
    return key ? t(key) : field.label || field.name
  }

  async function doing<T>(action: () => Promise<T>): Promise<T | null> {
    busy.value = true
    problem.value = null
    try {
      return await action()
    } catch (thrown) {
      problem.value = Problem.of(thrown)
      return null
    } finally {
      busy.value = false
    }
  }

  async function look(): Promise<void> {
    const chosen = file.value
    if (!chosen) {
      return
    }
    const form = new FormData()
    form.append('file', chosen)
    await doing(async () => {
      const [seen, catalogue] = await Promise.all([
        api.post<ImportPreview>(`/${kind()}/imports/preview`, form),
        api.get<Items<RecordField>>(`/${kind()}/fields`),
      ])
      preview.value = seen
      fields.value = catalogue.items.filter((field) => field.inForm && !field.readOnly)
      mapping.value = told(seen, fields.value)
      step.value = 'mapping'
    })
  }

  async function begin(dryRun: boolean): Promise<void> {
    const form = new FormData()
    form.append('file', file.value as File)
    form.append('repeat', repeat.value)
    form.append('mapping', JSON.stringify(Object.fromEntries(Object.entries(mapping.value).filter(([, field]) => field))))
    form.append('dryRun', String(dryRun))
    if (preview.value?.headerRow) {
      form.append('headerRow', String(preview.value.headerRow))
    }
    if (owner.value) {
      form.append('ownerId', String(owner.value.id))
    }
    const begun = await doing(() => api.post<Job>(`/${kind()}/imports`, form))
    if (begun) {
      ;(dryRun ? trial : job).value = begun
      step.value = dryRun ? 'trial' : 'run'
    }
  }

  async function undo(): Promise<void> {
    const begun = await doing(() => api.post<Job>(`/jobs/${job.value?.id}/undo`))
    if (begun) {
      job.value = begun
    }
  }

  function restart(): void {
    step.value = 'file'
    file.value = null
    preview.value = null
    trial.value = null
    job.value = null
    problem.value = null
  }

  watch(kind, restart)
  return { step, file, preview, fields, names, mapping, missing, repeat, owner, trial, job, busy, problem, look, begin, undo, restart }
}
