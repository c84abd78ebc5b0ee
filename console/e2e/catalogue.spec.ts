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

test('a field of files is filled before the record is there, and its files are got from the list', async ({ page }) => {
  await signIn(page, 'admin')
  const scans = `扫描件${stamp}`
  const made = await page.request.post('/api/v1/leads/fields', { headers: { 'X-Haina-Request': '1' }, data: { label: scans, type: 'file', required: true } })
  expect(made.status()).toBe(201)
  const field = (await made.json()).name as string
  await page.goto('/app/leads')
  await page.getByRole('button', { name: '新建线索' }).click()
  const form = page.getByRole('dialog', { name: '新建线索' })
  await form.getByLabel('线索名称').fill(`有附件的线索${stamp}`)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText('不能为空')).toBeVisible()
  await form.locator('input[type=file]').setInputFiles([
    { name: '合同.txt', mimeType: 'text/plain', buffer: Buffer.from('第一页') },
    { name: '补充.txt', mimeType: 'text/plain', buffer: Buffer.from('第二页') },
    { name: '程序.exe', mimeType: 'application/octet-stream', buffer: Buffer.from([77, 90, 0, 1, 2]) },
  ])
  await expect(form.getByRole('alert').getByText('程序.exe')).toBeVisible()
  await form.getByRole('button', { name: '移除 补充.txt' }).click()
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()

  await page.goto('/app/leads')
  await page.getByRole('button', { name: '列设置' }).click()
  await page.getByRole('checkbox', { name: scans }).check()
  await page.keyboard.press('Escape')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('row', { name: `有附件的线索${stamp}` }).getByRole('link', { name: '合同.txt' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('合同.txt')
  await page.request.delete(`/api/v1/leads/fields/${field}?loseValues=true`, { headers: { 'X-Haina-Request': '1' } })
})
