import { another, expect, picture, registration, signIn, test } from './person'

const name = `云帆${Date.now() % 1_000_000}智能科技有限公司`

test.describe.configure({ mode: 'serial' })

test('a customer is reported, and its name is looked for while it is typed', async ({ page }) => {
  await signIn(page, 'sales1')
  await page.goto('/app/customers')
  await page.getByRole('button', { name: '报备客户' }).click()
  const form = page.getByRole('dialog', { name: '报备客户' })
  await form.getByLabel('客户名称').fill(name)
  await expect(form.getByRole('status')).toContainText('没有发现重复')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('row', { name })).toBeVisible()

  await page.getByRole('button', { name: '报备客户' }).click()
  await form.getByLabel('客户名称').fill(name)
  await expect(form.getByRole('status')).toContainText('已有同名客户')
  await picture(page, 'report')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText(/已.*(登记|存在|报备)|同名/).first()).toBeVisible()

  const there = await registration(page, 'sales1', `/api/customers?keyword=${encodeURIComponent(name)}`)
  expect(there.data.customers).toHaveLength(1)
})

test('a follow-up is written and read in the other contract', async ({ page }) => {
  await signIn(page, 'sales1')
  await page.goto(`/app/customers?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  await page.getByLabel('跟进内容').fill('上门拜访，客户希望下周看方案 <b>不加粗</b>')
  await page.getByRole('button', { name: '保存跟进' }).click()
  await expect(page.getByText('上门拜访，客户希望下周看方案 <b>不加粗</b>')).toBeVisible()
  await picture(page, 'customer')
  const there = await registration(page, 'sales1', `/api/customers?keyword=${encodeURIComponent(name)}`)
  const detail = await registration(page, 'sales1', `/api/customers/${there.data.customers[0].id}`)
  expect(JSON.stringify(detail)).toContain('上门拜访，客户希望下周看方案')
})

test('an extension is asked for, and approved by the manager in another browser', async ({ page, browser }) => {
  await signIn(page, 'sales1')
  await page.goto(`/app/customers?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  const before = await registration(page, 'sales1', `/api/customers?keyword=${encodeURIComponent(name)}`)
  await page.getByRole('button', { name: '申请延期' }).click()
  const dialog = page.getByRole('dialog', { name: '申请延长保护' })
  await dialog.getByLabel('延长天数').fill('7')
  await dialog.getByLabel('申请理由').fill('客户下月招标')
  await dialog.getByRole('button', { name: '确定' }).click()
  await expect(dialog).toBeHidden()

  const manager = await another(browser, 'manager1')
  await manager.goto('/app/approvals')
  await manager.getByRole('button', { name: `通过: ${name}` }).click()
  const decision = manager.getByRole('dialog')
  await decision.getByRole('button', { name: '通过' }).click()
  await expect(decision).toBeHidden()
  await picture(manager, 'approvals')
  await manager.context().close()

  const after = await registration(page, 'sales1', `/api/customers?keyword=${encodeURIComponent(name)}`)
  const ends = (answer: any) => Date.parse(answer.data.customers[0].protected_end_date)
  expect(Math.round((ends(after) - ends(before)) / 86_400_000)).toBe(7)
})

test('what one releases another claims', async ({ page, browser }) => {
  await signIn(page, 'sales1')
  await page.goto(`/app/customers?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: '释放到公海' }).click()
  const box = page.getByRole('dialog')
  await box.getByRole('textbox').fill('暂无预算')
  await box.getByRole('button', { name: '确定' }).click()
  await expect(box).toBeHidden()

  const other = await another(browser, 'sales3')
  await other.goto(`/app/pool?q=${encodeURIComponent(name)}`)
  await other.getByRole('row', { name }).getByRole('button', { name: /认领/ }).click()
  await expect(other.getByRole('row', { name })).toHaveCount(0)
  await other.goto('/app/pool')
  await picture(other, 'pool')
  await other.goto('/app/claims')
  await expect(other.getByText(name)).toBeVisible()
  await other.context().close()
  const there = await registration(page, 'sales3', `/api/customers?keyword=${encodeURIComponent(name)}`)
  expect(there.data.customers).toHaveLength(1)
})
