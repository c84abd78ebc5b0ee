import { computed, ref, shallowRef } from 'vue'
import { api, whenSignedOut } from './api/client'
import { Problem } from './api/problem'
import type { Me } from './api/types'

const present = shallowRef<Me | null>(null)
const gone = ref(false)
let asked = false

/** Who is signed in; null for nobody. */
export const me = computed(() => present.value)

/** Whether the server has ended the session of whoever is at work. */
export const ended = computed(() => gone.value)

whenSignedOut(() => (gone.value = present.value !== null))

/** Whether the role of the person who is signed in may begin a use case, in the words of `me.can`. */
export function can(useCase: string): boolean {
  return present.value?.can.includes(useCase) ?? false
}

/** Asks the server once who the cookie belongs to. */
export async function resume(): Promise<Me | null> {
  if (!asked) {
    try {
      present.value = await api.get<Me>('/session')
      asked = true
    } catch (thrown) {
      const problem = Problem.of(thrown)
      if (problem.status !== 401) {
        throw problem
      }
      asked = true
    }
  }
  return present.value
}

/** Asks anew, after something about the person has changed. */
export async function again(): Promise<void> {
  present.value = await api.get<Me>('/session')
}

export async function signIn(userName: string, password: string): Promise<Me> {
  const person = await api.post<Me>('/session', { userName, password })
  present.value = person
  gone.value = false
  asked = true
  return person
}

export async function signOut(): Promise<void> {
  await api.delete('/session')
  forget()
}

/** Nobody is signed in any more. */
export function forget(): void {
  present.value = null
  gone.value = false
}
