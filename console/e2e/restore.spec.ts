import type { Page } from '@playwright/test'
import { expect, registration, signIn, test } from './person'

const stamp = Date.now() % 1_000_000
const name = `归来${stamp}有限公司`

/** Whether document 000 finds the customer. */
async function known(page: Page): Promise<boolean> {
  const answer = await registration(page, 'sales5', `/api/customers?keyword=${encodeURIComponent(name)}`)
  return JSON.stringify(answer).includes(name)
}

test('a deleted customer comes back from the bin, and what was changed from the audit', async ({ page, browser }) => {
  await signIn(page, 'sales5')
  await page.goto('/app/customers')
  await page.getByRole('button', { name: '报备客户' }).click()
  const report = page.getByRole('dialog', { name: '报备客户' })
  await report.getByLabel('客户名称').fill(name)
  await report.getByLabel('备注').fill('第一版备注')
  await report.getByRole('button', { name: '保存' }).click()
  await expect(report).toBeHidden()
  await page.goto(`/app/customers?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const id = page.url().match(/customers\/(\d+)/)![1]!

  await page.getByRole('button', { name: '编辑' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('备注').fill('第二版备注')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('tab', { name: '变更记录' }).click()
  const changed = page.getByRole('listitem').filter({ hasText: '第二版备注' })
  await expect(changed.locator('del')).toHaveText('第一版备注')
  await expect(changed.locator('ins')).toHaveText('第二版备注')

  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '删除' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect(page).toHaveURL(/\/app\/customers(\?|$)/)
  expect(await known(page)).toBe(false)

  await page.goto('/app/recycle')
  const row = page.getByRole('row', { name })
  await row.getByRole('button', { name: '恢复' }).click()
  await expect(page.getByText(`已恢复“${name}”`)).toBeVisible()
  await expect(row).toBeHidden()
  expect(await known(page)).toBe(true)
  await page.goto(`/app/customers?q=${encodeURIComponent(name)}`)
  await expect(page.getByRole('row', { name })).toBeVisible()

  const context = await browser.newContext()
  const admin = await context.newPage()
  await signIn(admin, 'admin')
  await admin.goto(`/app/audit?kind=customer&record=${id}`)
  await admin.getByRole('row').filter({ hasText: '修改' }).first().getByRole('cell').nth(2).click()
  const drawer = admin.getByRole('dialog', { name: '客户 · 修改' })
  await drawer.getByRole('button', { name: '恢复' }).click()
  await admin.getByRole('button', { name: '确定' }).click()
  await expect(drawer).toBeHidden()
  await page.goto(`/app/customers/${id}?tab=details`)
  await expect(page.getByText('第一版备注')).toBeVisible()
  await context.close()
})
