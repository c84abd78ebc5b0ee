import type { RouteRecordRaw } from 'vue-router'
import { adminPages } from './pages/admin/routes'
import { recordPages } from './pages/records/routes'
import { workPages } from './pages/work/routes'

/**
 * The pages inside the shell. Each is a chunk of its own; `meta.chapters` names the i18n files that it speaks
 * (`src/i18n/<language>/<chapter>.ts`), `meta.can` the use cases of which one is needed, `meta.title` the key of its title.
 */
export const pages: RouteRecordRaw[] = [
  ...workPages,
  ...recordPages,
  ...adminPages,
]

declare module 'vue-router' {
  interface RouteMeta {
    title?: string
    chapters?: string[]
    can?: string[]
    /** Also without a session. */
    open?: boolean
  }
}
