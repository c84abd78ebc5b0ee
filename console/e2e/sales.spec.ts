import { expect, picture, signIn, test } from './person'

const stamp = Date.now() % 1_000_000

test('a lead becomes a customer', async ({ page }) => {
  const name = `海棠${stamp}贸易有限公司`
  await signIn(page, 'sales2')
  await page.goto('/app/leads')
  await page.getByRole('button', { name: '新建线索' }).click()
  const form = page.getByRole('dialog', { name: '新建线索' })
  await form.getByLabel('线索名称').fill(name)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: '转为客户' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect(page).toHaveURL(/\/app\/customers\/\d+/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('an opportunity is dragged to the next stage', async ({ page }) => {
  await signIn(page, 'manager1')
  await page.goto('/app/board')
  const columns = page.locator('.board section')
  await expect(columns.first()).toBeVisible()
  const card = columns.nth(0).locator('[data-card]').first()
  const id = await card.getAttribute('data-card')
  await picture(page, 'board')
  await card.dragTo(columns.nth(1), { targetPosition: { x: 120, y: 90 } })
  await expect(columns.nth(1).locator(`[data-card="${id}"]`)).toBeVisible()
  await page.reload()
  await expect(columns.nth(1).locator(`[data-card="${id}"]`)).toBeVisible()
})

test('on a phone a customer is found and followed up', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await signIn(page, 'sales1')
  await picture(page, 'phone')
  await page.goto('/app/customers')
  await page.locator('a[href^="/app/customers/"]').first().click()
  await page.getByLabel('跟进内容').fill('电话沟通')
  await page.getByRole('button', { name: '保存跟进' }).click()
  await expect(page.getByText('电话沟通').first()).toBeVisible()
})
