import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, picture, signIn, test } from './person'

const PICTURES = new Set(['/app/dashboard', '/app/rules', '/app/audit'])

async function paths(page: Page): Promise<string[]> {
  const links = await page.locator('nav a[href^="/app/"]').evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''))
  return [...new Set(links)]
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('.el-skeleton, [aria-busy=true]')).toHaveCount(0)
}

async function graveFindings(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page }).analyze()
  return result.violations
    .filter((each) => each.impact === 'serious' || each.impact === 'critical')
    .map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(' | ')}`)
}

for (const scheme of ['light', 'dark'] as const) {
  test(`every page can be used by everybody, ${scheme}`, async ({ page }) => {
    test.setTimeout(300_000)
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto('/')
    await expect(page.locator('button.submit')).toBeVisible()
    expect(await graveFindings(page)).toEqual([])
    await signIn(page, 'admin')
    const found = await paths(page)
    expect(found.length).toBeGreaterThan(20)
    for (const path of found) {
      await page.goto(path)
      await settled(page)
      expect.soft(await graveFindings(page), path).toEqual([])
    }
  })
}

test('every page fits a phone', async ({ page }) => {
  test.setTimeout(300_000)
  await signIn(page, 'admin')
  const found = await paths(page)
  await page.setViewportSize({ width: 360, height: 780 })
  for (const path of found) {
    await page.goto(path)
    await settled(page)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(width, path).toBeLessThanOrEqual(360)
  }
})

test('no page asks for what it does not show, or fails at what it asks for', async ({ page }) => {
  test.setTimeout(300_000)
  await signIn(page, 'admin')
  const failed: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) {
      failed.push(`${response.status()} ${response.url()} on ${page.url()}`)
    }
  })
  for (const path of await paths(page)) {
    await page.goto(path)
    await settled(page)
    await expect.soft(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    if (PICTURES.has(path)) {
      await picture(page, path.split('/').at(-1) ?? path)
    }
  }
  expect(failed).toEqual([])
})
