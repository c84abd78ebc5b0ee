import { readFileSync } from 'node:fs'
import { expect, picture, signIn, test } from './person'
import { sheet } from './sheet'

const stamp = Date.now() % 1_000_000

test('a file with two bad rows is tried, imported with an error file, and taken back', async ({ page }) => {
  await signIn(page, 'sales2')
  await page.goto('/app/imports')
  await page.getByRole('combobox', { name: '导入到' }).click({ force: true })
  await page.getByRole('option', { name: '线索' }).click()
  await page.setInputFiles('input[type=file]', {
    name: 'leads.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: sheet([
      ['公司', '手机', '备注', '下次联系时间'],
      [`东风${stamp}有限公司`, '13800010001', '展会', '2027-01-05 10:00:00'],
      ['', '13800010002', '没有名称', ''],
      [`西风${stamp}有限公司`, '13800010003', '', ''],
      [`南风${stamp}有限公司`, '13800010004', '', '不是时间'],
      [`北风${stamp}有限公司`, '13800010005', '=1+1', ''],
    ]),
  })
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('combobox', { name: '“公司”对应的字段' }).click()
  await page.getByRole('option', { name: '线索名称' }).click()
  await page.getByRole('button', { name: '试运行' }).click()
  await expect(page.getByText('将导入 3 行，跳过 0 行，2 行有错误')).toBeVisible()
  await picture(page, 'import')
  const none = await page.request.get('/api/v1/leads', { params: { q: `${stamp}有限公司` } })
  expect((await none.json()).total).toBe(0)

  await page.getByRole('button', { name: '正式导入 3 行' }).click()
  await expect(page.getByText('已完成')).toBeVisible()
  const told = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载错误明细' }).click()
  expect((await told).suggestedFilename()).toMatch(/\.xlsx?$/)
  const some = await page.request.get('/api/v1/leads', { params: { q: `${stamp}有限公司` } })
  expect((await some.json()).total).toBe(3)

  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await expect
    .poll(async () => (await (await page.request.get('/api/v1/leads', { params: { q: `${stamp}有限公司` } })).json()).total)
    .toBe(0)
})

test('an import is of what its list shows, and of nothing that there is not', async ({ page }) => {
  await signIn(page, 'sales2')
  await page.goto('/app/opportunities')
  await page.getByRole('link', { name: '导入' }).filter({ has: page.locator('.el-button') }).click()
  await expect(page.getByRole('link', { name: '下载模板' })).toHaveAttribute('href', '/api/v1/opportunities/imports/template')
  await expect(page.locator('.narrow')).toContainText('商机')
  await page.goto('/app/imports?kind=nothing')
  await expect(page.getByText('没有“nothing”的导入')).toBeVisible()
  await expect(page.getByRole('link', { name: '下载模板' })).toHaveCount(0)
})

test('what a list shows is exported', async ({ page }) => {
  await signIn(page, 'manager1')
  await page.goto('/app/customers')
  await page.getByRole('button', { name: '导出' }).click()
  const dialog = page.getByRole('dialog', { name: '导出' })
  await dialog.getByRole('button', { name: '开始导出' }).click()
  const coming = page.waitForEvent('download')
  await dialog.getByRole('link', { name: '下载文件' }).click()
  const file = await (await coming).path()
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
})
