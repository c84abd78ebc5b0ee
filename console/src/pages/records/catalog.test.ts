import { expect, it, vi } from 'vitest'
import { api } from '@/api/client'
import type { Me } from '@/api/types'
import { signIn, signOut } from '@/session'

vi.mock('@/i18n', () => ({ t: (key: string) => key, has: () => true, language: () => 'en' }))
const { fieldsOf } = await import('./catalog')

const somebody = (id: number) => ({ id }) as Me
const asked = vi.spyOn(api, 'get').mockImplementation(async () => ({ items: [] }) as never)
const enter = vi.spyOn(api, 'post')
vi.spyOn(api, 'delete').mockResolvedValue(null)

async function enters(id: number): Promise<void> {
  enter.mockResolvedValue(somebody(id))
  await signIn('somebody', 'secret')
}

it('the fields of a kind are asked for once, and anew when somebody else comes', async () => {
  await enters(1)
  await fieldsOf('customers')
  await fieldsOf('customers')
  expect(asked).toHaveBeenCalledTimes(1)
  await signOut()
  await enters(2)
  await fieldsOf('customers')
  expect(asked).toHaveBeenCalledTimes(2)
})
