import { computed, ref, shallowRef } from 'vue'
import { api } from '@/api/client'
import { has, t } from '@/i18n'
import type { Condition } from './filter'
import type { Kind } from './kinds'

/** A saved view: the program's, or one's own. */
export interface Scene {
  id: number
  name: string
  system: string | null
  conditions: Condition[]
  hidden: boolean
  default: boolean
  broken: boolean
}

export function sceneName(scene: Scene): string {
  const key = `records.scene.${scene.system}`
  return scene.system && has(key) ? t(key) : scene.name
}

/** The saved views of a kind, and what can be done with them. */
export function useScenes(kind: Kind) {
  const scenes = shallowRef<Scene[]>([])
  const ready = ref(false)
  const visible = computed(() => scenes.value.filter((scene) => !scene.hidden))
  const usual = computed(() => visible.value.find((scene) => scene.default) ?? visible.value[0] ?? null)

  async function load(): Promise<void> {
    try {
      scenes.value = (await api.get<{ items: Scene[] }>(`/${kind}/scenes`)).items
    } finally {
      // The list is there without its views, too.
      ready.value = true
    }
  }

  async function save(scene: { id?: number; name: string; conditions: Condition[]; default: boolean }): Promise<number> {
    const { id, ...body } = scene
    const made = id
      ? await api.put<Scene | null>(`/${kind}/scenes/${id}`, body)
      : await api.post<Scene | null>(`/${kind}/scenes`, body)
    await load()
    return made?.id ?? id ?? 0
  }

  async function remove(id: number): Promise<void> {
    await api.delete(`/${kind}/scenes/${id}`)
    await load()
  }

  async function makeUsual(id: number): Promise<void> {
    await api.put(`/${kind}/scenes/${id}/default`)
    await load()
  }

  async function arrange(shown: number[], hidden: number[]): Promise<void> {
    await api.put(`/${kind}/scenes/order`, { shown, hidden })
    await load()
  }

  return { scenes, visible, usual, ready, load, save, remove, makeUsual, arrange }
}
