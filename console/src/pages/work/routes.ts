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
  {
    path: 'visits',
    name: 'visits',
    component: () => import('./JournalPage.vue'),
    props: { kind: 'visits' },
    meta: { title: 'shell.nav.visits', chapters: ['papers'], can: ['journal-list'] },
  },
  {
    path: 'demands',
    name: 'demands',
    component: () => import('./JournalPage.vue'),
    props: { kind: 'demands' },
    meta: { title: 'shell.nav.demands', chapters: ['papers'], can: ['journal-list'] },
  },
  {
    path: 'satisfaction',
    name: 'satisfaction',
    component: () => import('./SatisfactionPage.vue'),
    meta: { title: 'shell.nav.satisfaction', chapters: ['papers'], can: ['satisfaction-list'] },
  },
  {
    path: 'contracts',
    name: 'contracts',
    component: () => import('./ContractsPage.vue'),
    meta: { title: 'shell.nav.contracts', chapters: ['papers'], can: ['contract-list'] },
  },
  {
    path: 'outreach',
    name: 'outreach',
    component: () => import('./OutreachPage.vue'),
    meta: { title: 'shell.nav.outreach', chapters: ['papers', 'outreach'], can: ['outreach-list'] },
  },
]
