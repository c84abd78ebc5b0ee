import { expect, signIn, test } from './person'

test('Enter opens what was found for the words that stand there', async ({ page }) => {
  await signIn(page, 'manager1')
  const [first, second] = (await (await page.request.get('/api/v1/customers?size=2&fields=name')).json()).items
  await page.keyboard.press('Control+k')
  const words = page.getByRole('combobox', { name: /搜索/ })
  await words.fill(first.values.name)
  await expect(page.getByRole('option', { name: first.values.name })).toBeVisible()
  await words.fill(second.values.name)
  await words.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: second.values.name })).toBeVisible()
})

test('a key goes to the search of the list, also after a reload', async ({ page }) => {
  await signIn(page, 'manager1')
  await page.goto('/app/customers')
  await page.getByRole('row').nth(1).waitFor()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
})

test('the rest of a column of the board is found in the list', async ({ page }) => {
  await signIn(page, 'admin')
  const { columns } = await (await page.request.get('/api/v1/opportunities/board')).json()
  const long = columns.findIndex((each: { count: number; items: unknown[] }) => each.count > each.items.length)
  expect(long).toBeGreaterThanOrEqual(0)
  await page.goto('/app/board')
  await page.locator('.board section').nth(long).getByRole('link', { name: /列表/ }).click()
  await expect(page.getByText(`共 ${columns[long].count} 条`)).toBeVisible()
})
