import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test as base, expect, type Browser, type Page } from '@playwright/test'

export { expect }

const out = process.env.OUT ?? '../target/e2e'

/** Passwords of the demo company. */
const PASSWORDS: Record<string, string> = { admin: 'admin123' }

/** Fails a story when the page breaks its own content security policy, or throws. */
export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ context }, use) => {
      const troubles: string[] = []
      context.on('weberror', (error) => troubles.push(String(error.error())))
      context.on('console', (message) => {
        if (message.type() === 'error' && /Content Security Policy|violates/.test(message.text())) {
          troubles.push(message.text())
        }
      })
      await use()
      expect(troubles).toEqual([])
    },
    { auto: true },
  ],
})

/** Signs somebody in by the sign-in page. */
export async function signIn(page: Page, userName: string): Promise<void> {
  await page.goto('/')
  await page.locator('input[name=username]').fill(userName)
  await page.locator('input[name=password]').fill(PASSWORDS[userName] ?? 'demo123')
  await page.locator('button.submit').click()
  await page.waitForURL(/\/app\/today/)
}

/** Another person at another browser. */
export async function another(browser: Browser, userName: string): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, userName)
  return page
}

/** A picture for docs/images, kept where the build lays its other results. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(out, 'pictures')
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true })
  }
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** What the server answers to somebody who asks by the documents' own paths: the same truth from another side. */
export async function registration(page: Page, userName: string, path: string): Promise<any> {
  const signedIn = await page.request.post('/api/auth/login', {
    data: { username: userName, password: PASSWORDS[userName] ?? 'demo123' },
  })
  const token = (await signedIn.json()).data.token
  const answer = await page.request.get(path, { headers: { Authorization: `Bearer ${token}` } })
  return answer.json()
}
