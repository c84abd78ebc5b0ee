import { api } from '@/api/client'
import type { Items, Link } from '@/api/types'

const kept = new Map<string, Promise<string | null>>()
const LISTED = ['departments', 'teams', 'pipelines', 'stages']

async function ask(linksTo: string, id: string): Promise<string | null> {
  if (linksTo === 'stages') {
    const { items } = await api.get<Items<Link & { stages: Link[] }>>('/pipelines')
    return items.flatMap((each) => each.stages).find((each) => String(each.id) === id)?.name ?? null
  }
  if (LISTED.includes(linksTo)) {
    const { items } = await api.get<Items<Link>>(`/${linksTo}`)
    return items.find((each) => String(each.id) === id)?.name ?? null
  }
  if (linksTo === 'staff' || linksTo === 'pools') {
    return (await api.get<Link>(`/${linksTo}/${id}`)).name
  }
  const record = await api.get<{ values: Record<string, unknown> }>(`/${linksTo}/${id}`)
  return String(record.values.name ?? '') || null
}

/** How something is called of which only the number is known; null where there is no such thing any more, or one may not see it. */
export function nameOfLink(linksTo: string, id: number | string): Promise<string | null> {
  const key = `${linksTo}/${id}`
  let name = kept.get(key)
  if (!name) {
    name = ask(linksTo, String(id)).catch(() => null)
    kept.set(key, name)
    // Names change: what was asked is good for as long as somebody looks at one page.
    window.setTimeout(() => kept.delete(key), 30_000)
  }
  return name
}
