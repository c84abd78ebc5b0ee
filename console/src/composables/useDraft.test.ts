import { afterEach, expect, it, vi } from 'vitest'
import { api, type Answer } from '@/api/client'
import { Problem } from '@/api/problem'

vi.mock('@/i18n', () => ({ t: (key: string) => key, has: () => false, language: () => 'en' }))
vi.stubGlobal('window', globalThis)
const { renew, useDraft } = await import('./useDraft')

interface Thing {
  id: number
  name: string
  note: string | null
}

const listed: Thing = { id: 7, name: 'listed', note: null }
const answer = (body: Thing, etag: string): Answer<Thing> => ({ body, etag, location: null, status: 200 })
const values = (thing: Thing | null) => ({ name: thing?.name ?? '', note: thing?.note ?? '' })

afterEach(() => vi.restoreAllMocks())

it('what nobody has written becomes what is newer', () => {
  const form = { name: 'typed', note: 'read', people: [1] }
  renew(form, { name: 'read', note: 'read', people: [1] }, { name: 'newer', note: 'newer', people: [1, 2] })
  expect(form).toEqual({ name: 'typed', note: 'newer', people: [1, 2] })
})

it('a change holds for the version that was read, and goes on from the newer one', async () => {
  const read = vi.spyOn(api, 'fetch').mockResolvedValueOnce(answer(listed, '"1"')).mockResolvedValueOnce(answer({ ...listed, note: 'of another' }, '"2"'))
  const draft = useDraft('/things/7', listed, values)
  const versions: (string | null)[] = []
  draft.value.name = 'typed'
  const save = () =>
    draft.send(async (ifMatch) => {
      versions.push(ifMatch)
      if (ifMatch === '"1"') {
        throw new Problem(412, { type: 'urn:haina:problem:changed-meanwhile' })
      }
    })
  expect(await save()).toBe(false)
  await draft.newer.value?.()
  expect(draft.value).toEqual({ name: 'typed', note: 'of another' })
  expect(draft.newer.value).toBeUndefined()
  expect(await save()).toBe(true)
  expect(versions).toEqual(['"1"', '"2"'])
  expect(read).toHaveBeenCalledTimes(2)
})

it('nothing is changed of which the version is not known', async () => {
  vi.spyOn(api, 'fetch').mockRejectedValue(Problem.unreachable())
  const draft = useDraft('/things/7', listed, values)
  const change = vi.fn()
  expect(await draft.send(change)).toBe(false)
  expect(change).not.toHaveBeenCalled()
  expect(draft.problem.value?.type).toBe('unreachable')
})

it('something new asks for no version', async () => {
  const read = vi.spyOn(api, 'fetch')
  const draft = useDraft<Thing, ReturnType<typeof values>>(null, null, values)
  expect(await draft.send(async (ifMatch) => expect(ifMatch).toBeNull())).toBe(true)
  expect(read).not.toHaveBeenCalled()
})
