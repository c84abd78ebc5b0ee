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
    path: 'roles',
    name: 'roles',
    component: () => import('./roles/RolesPage.vue'),
    meta: { title: 'shell.nav.roles', chapters: ['roles'], can: ['tenant-settings'] },
  },
  {
    path: 'menus',
    name: 'menus',
    component: () => import('./menus/MenusPage.vue'),
    meta: { title: 'shell.nav.menus', chapters: ['menus'], can: ['menu-design'] },
  },
  {
    path: 'fields',
    name: 'fields',
    component: () => import('./fields/FieldsPage.vue'),
    meta: { title: 'shell.nav.fields', chapters: ['design', 'fields'], can: ['field-design'] },
  },
  {
    path: 'rules',
    name: 'rules',
    component: () => import('./rules/RulesPage.vue'),
    meta: { title: 'shell.nav.rules', chapters: ['rules'], can: ['tenant-settings'] },
  },
  {
    path: 'approval-kinds',
    name: 'approvalKinds',
    component: () => import('./rules/ApprovalKindsPage.vue'),
    meta: { title: 'shell.nav.approvalKinds', chapters: ['approvalKinds'], can: ['tenant-settings'] },
  },
  {
    path: 'apps',
    name: 'apps',
    component: () => import('./apps/AppsPage.vue'),
    meta: { title: 'shell.nav.apps', chapters: ['apps'], can: ['app-read'] },
  },
  {
    path: 'audit',
    name: 'audit',
    component: () => import('./audit/AuditPage.vue'),
    meta: { title: 'shell.nav.audit', chapters: ['audit', 'fields'], can: ['audit-read'] },
  },
  {
    path: 'recycle',
    name: 'recycle',
    component: () => import('./recycle/RecyclePage.vue'),
    meta: { title: 'shell.nav.recycle', chapters: ['recycle'], can: ['deleted-list', 'record-restore'] },
  },
  {
    path: 'system',
    name: 'system',
    component: () => import('./system/SystemPage.vue'),
    meta: { title: 'shell.nav.system', chapters: ['system'], can: ['system-read'] },
  },
  {
    path: 'tokens',
    name: 'tokens',
    component: () => import('./apps/TokensPage.vue'),
    meta: { title: 'shell.user.tokens', chapters: ['apps'], can: ['token-list'] },
  },
]
