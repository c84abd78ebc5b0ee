import type { RouteRecordRaw } from 'vue-router'

/** The pages by which a company is run, and each person's own tokens. */
export const adminPages: RouteRecordRaw[] = [
  {
    path: 'staff',
    name: 'staff',
    component: () => import('./staff/StaffPage.vue'),
    meta: { title: 'shell.nav.staff', chapters: ['staff'], can: ['staff-change'] },
  },
  {
    path: 'apps',
    name: 'apps',
    component: () => import('./apps/AppsPage.vue'),
    meta: { title: 'shell.nav.apps', chapters: ['apps'], can: ['app-read'] },
  },
  {
    path: 'tokens',
    name: 'tokens',
    component: () => import('./apps/TokensPage.vue'),
    meta: { title: 'shell.user.tokens', chapters: ['apps'] },
  },
]
