import type { RouteRecordRaw } from 'vue-router'
import { kindNames, kinds } from './kinds'

/** List and page of every kind of record. */
export const recordPages: RouteRecordRaw[] = kindNames.flatMap((kind) => {
  const meta = { title: `shell.nav.${kind}`, chapters: ['records', 'fields', 'jobs'], can: [kinds[kind].list] }
  return [
    { path: kind, name: kind, component: () => import('./RecordListPage.vue'), props: { kind }, meta },
    {
      path: `${kind}/:id(\\d+)`,
      name: `${kind}-record`,
      component: () => import('./RecordPage.vue'),
      props: (route) => ({ kind, id: Number(route.params.id) }),
      meta,
    },
  ]
})
