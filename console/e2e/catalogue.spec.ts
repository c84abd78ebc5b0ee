import { another, expect, picture, signIn, test } from './person'

const stamp = Date.now() % 1_000_000
const label = `采购方式${stamp}`
const view = `招标${stamp}`

test('a new field is at once in the form, the list and the filter, and a filter becomes a view', async ({ page, browser }) => {
  await signIn(page, 'admin')
  await page.goto('/app/fields')
  await page.getByRole('button', { name: '新建字段' }).click()
  const form = page.getByRole('dialog', { name: '新建客户字段' })
  await form.getByLabel('名称', { exact: true }).fill(label)
  await form.getByRole('combobox', { name: '类型' }).click()
  await page.getByRole('option', { name: '单选', exact: true }).click()
  await form.getByRole('textbox', { name: '选项' }).fill('招标\n比价')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByText(label)).toBeVisible()
  await picture(page, 'fields')

  const seller = await another(browser, 'sales4')
  await seller.goto('/app/customers')
  await seller.getByRole('button', { name: '报备客户' }).click()
  const report = seller.getByRole('dialog', { name: '报备客户' })
  await report.getByLabel('客户名称').fill(`方舟${stamp}有限公司`)
  await report.getByRole('combobox', { name: label }).click()
  await seller.getByRole('option', { name: '招标' }).click()
  await report.getByRole('button', { name: '保存' }).click()
  await expect(report).toBeHidden()

  await seller.getByRole('button', { name: '列设置' }).click()
  await seller.getByRole('checkbox', { name: label }).check()
  await seller.keyboard.press('Escape')
  await expect(seller.getByRole('columnheader', { name: label })).toBeVisible()

  await seller.getByRole('button', { name: '筛选' }).click()
  await seller.getByRole('combobox', { name: '字段', exact: true }).click()
  await seller.getByRole('option', { name: label }).click()
  await seller.getByRole('combobox', { name: '条件', exact: true }).click({ force: true })
  await seller.getByRole('option', { name: '等于', exact: true }).click()
  await seller.getByRole('combobox', { name: `${label} 值` }).click({ force: true })
  await seller.getByRole('option', { name: '招标' }).click()
  await seller.getByRole('button', { name: '应用' }).click()
  await expect(seller.getByRole('row', { name: `方舟${stamp}` })).toBeVisible()
  await expect(seller).toHaveURL(/filter=/)
  await picture(seller, 'customers')

  await seller.getByLabel('视图操作').click()
  await seller.getByRole('menuitem', { name: '另存为视图' }).click()
  const save = seller.getByRole('dialog', { name: '另存为视图' })
  await save.getByLabel('视图名称').fill(view)
  await save.getByRole('button', { name: '保存' }).click()
  await expect(save).toBeHidden()
  await seller.goto('/app/customers')
  await seller.getByRole('button', { name: view }).click()
  await expect(seller.getByRole('row', { name: `方舟${stamp}` })).toBeVisible()
  await expect(seller.getByText('共 1 条')).toBeVisible()
  await seller.context().close()
})
