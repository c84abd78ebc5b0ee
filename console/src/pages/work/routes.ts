import type { RouteRecordRaw } from 'vue-router'

/** The pages of daily work, but for those of records. */
export const workPages: RouteRecordRaw[] = [
  {
    path: 'today',
    name: 'today',
    component: () => import('./TodayPage.vue'),
    meta: { title: 'shell.nav.today', chapters: ['today', 'ownership'] },
  },
  {
    path: 'pool',
    name: 'pool',
    component: () => import('./PoolPage.vue'),
    meta: { title: 'shell.nav.pool', chapters: ['ownership'], can: ['pool-claim'] },
  },
  {
    path: 'claims',
    name: 'claims',
    component: () => import('./ClaimsPage.vue'),
    meta: { title: 'shell.nav.claims', chapters: ['ownership'], can: ['pool-my-claims'] },
  },
  {
    path: 'approvals',
    name: 'approvals',
    component: () => import('./ApprovalsPage.vue'),
    meta: { title: 'shell.nav.approvals', chapters: ['ownership'], can: ['approval-mine'] },
  },
  {
    path: 'board',
    name: 'board',
    component: () => import('./BoardPage.vue'),
    meta: { title: 'shell.nav.board', chapters: ['board'], can: ['opportunity-list'] },
  },
  {
    path: 'imports',
    name: 'imports',
    component: () => import('./ImportsPage.vue'),
    meta: { title: 'shell.nav.imports', chapters: ['imports', 'jobs', 'fields'], can: ['import'] },
  },
  {
    path: 'jobs',
    name: 'jobs',
    component: () => import('./JobsPage.vue'),
    meta: { title: 'shell.nav.jobs', chapters: ['jobs', 'imports'], can: ['job-read'] },
  },
  {
    path: 'dashboard',
    name: 'dashboard',
    component: () => import('./DashboardPage.vue'),
    meta: { title: 'shell.nav.dashboard', chapters: ['figures'], can: ['stats-dashboard'] },
  },
  {
    path: 'team',
    name: 'team',
    component: () => import('./TeamPage.vue'),
    meta: { title: 'shell.nav.team', chapters: ['figures'], can: ['stats-team'] },
  },
]
