import { createRouter, createWebHistory } from 'vue-router'
import { chapter, t } from './i18n'
import { pages } from './routes'
import { can, me, resume } from './session'

/** Everything behind the sign-in lies under /app, so that no path of a contract is in the way. */
export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/', redirect: '/app/today' },
    {
      path: '/app/sign-in',
      name: 'sign-in',
      component: () => import('./pages/SignInPage.vue'),
      meta: { open: true, title: 'common.signIn.title' },
    },
    {
      path: '/app',
      component: () => import('./shell/AppShell.vue'),
      meta: { chapters: ['shell'] },
      children: [
        { path: '', redirect: '/app/today' },
        ...pages,
        { path: ':rest(.*)*', name: 'lost', component: () => import('./pages/LostPage.vue') },
      ],
    },
    { path: '/:rest(.*)*', redirect: '/app/today' },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})

router.beforeEach(async (to) => {
  if (to.meta.open) {
    return true
  }
  const person = await resume()
  if (!person) {
    return { name: 'sign-in', query: to.fullPath === '/app/today' ? {} : { next: to.fullPath } }
  }
  await chapter(...to.matched.flatMap((part) => part.meta.chapters ?? []))
  if (to.meta.can && !to.meta.can.some(can)) {
    return { name: 'lost', params: { rest: to.path.split('/').slice(2) } }
  }
  return true
})

router.afterEach((to) => {
  const title = to.meta.title ? t(to.meta.title) : ''
  document.title = title ? `${title} · ${t('common.product')}` : t('common.product')
})

/** Where a person goes after signing in: only to a path of the console's own. */
export function nextPath(wished: unknown): string {
  return me.value && typeof wished === 'string' && /^\/app\/[^/\\]/.test(wished) ? wished : '/app/today'
}
