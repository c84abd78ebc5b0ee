import type { Page } from '@playwright/test'
import { another, expect, signIn, test } from './person'

const stamp = Date.now() % 1_000_000
const ask = { headers: { 'X-Haina-Request': '1' } }

async function made(page: Page, path: string, data: unknown): Promise<any> {
  const answer = await page.request.post(`/api/v1${path}`, { ...ask, data })
  expect(answer.status()).toBeLessThan(300)
  return answer.json()
}

async function got(page: Page, path: string): Promise<any> {
  return (await page.request.get(`/api/v1${path}`)).json()
}

async function opportunity(page: Page, name: string): Promise<number> {
  const [pipeline] = (await got(page, '/pipelines')).items
  const customer = await made(page, '/customers', { values: { name: `${name}有限公司` } })
  const values = { name, customerId: customer.id, pipelineId: pipeline.id, stageId: pipeline.stages[0].id }
  return (await made(page, '/opportunities', { values })).id
}

test('a number is kept as it is typed, to its last digit', async ({ page }) => {
  await signIn(page, 'sales2')
  const id = await opportunity(page, `数字${stamp}`)
  for (const typed of ['1234.56', '1234567890123456.78']) {
    await page.goto(`/app/opportunities/${id}`)
    await page.getByRole('button', { name: '编辑' }).click()
    const form = page.getByRole('dialog', { name: '编辑商机' })
    await form.getByLabel('商机金额').fill('')
    await form.getByLabel('商机金额').pressSequentially(typed)
    await form.getByRole('button', { name: '保存' }).click()
    await expect(form).toBeHidden()
    expect(await (await page.request.get(`/api/v1/opportunities/${id}?fields=money`)).text()).toContain(`"money":${typed}`)
  }
  await expect(page.getByText('1,234,567,890,123,456.78').first()).toBeVisible()
})

test('the products of an opportunity are priced', async ({ page, browser }) => {
  const admin = await another(browser, 'admin')
  const product = `产品${stamp}`
  await made(admin, '/products', { values: { name: product, price: 99.5 } })
  await admin.context().close()
  await signIn(page, 'sales2')
  const id = await opportunity(page, `明细${stamp}`)
  await page.goto(`/app/opportunities/${id}?tab=lines`)
  await page.getByRole('button', { name: '添加产品' }).click()
  await page.getByRole('combobox', { name: '产品', exact: true }).pressSequentially(product)
  await page.getByRole('option', { name: product }).click()
  await expect(page.getByLabel('标价')).toHaveValue('99.5')
  for (const [label, typed] of [['数量', '2.5'], ['折扣 %', '10'], ['售价', '80.25'], ['整单折扣 %', '0.5']] as const) {
    await page.getByLabel(label, { exact: true }).fill('')
    await page.getByLabel(label, { exact: true }).pressSequentially(typed)
  }
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('产品已保存')).toBeVisible()
  const lines = await got(page, `/opportunities/${id}/lines`)
  expect(lines.items[0]).toMatchObject({ price: 99.5, salesPrice: 80.25, quantity: 2.5, discount: 10 })
  expect(lines.discountRate).toBe(0.5)
})

test('of two who change a contract neither loses what they wrote', async ({ page, context }) => {
  await signIn(page, 'sales2')
  const customer = await made(page, '/customers', { values: { name: `双页${stamp}有限公司` } })
  const contract = await made(page, '/contracts', { name: `双页合同${stamp}`, customer: customer.id })
  const other = await context.newPage()
  const forms = []
  for (const each of [page, other]) {
    await each.goto(`/app/contracts?customer=${customer.id}`)
    await each.getByRole('row', { name: `双页合同${stamp}` }).getByRole('button', { name: /操作|更多/ }).click()
    await each.getByRole('menuitem', { name: '编辑' }).click()
    forms.push(each.getByRole('dialog', { name: '编辑合同' }))
    await each.waitForLoadState('networkidle')
  }
  const [first, second] = forms as [(typeof forms)[0], (typeof forms)[0]]
  await first.getByLabel('编号').fill('第一')
  await first.getByRole('button', { name: '保存' }).click()
  await expect(first).toBeHidden()
  await second.getByLabel('备注').fill('第二')
  await second.getByRole('button', { name: '保存' }).click()
  await second.getByRole('button', { name: '载入最新内容' }).click()
  await expect(second.getByLabel('编号')).toHaveValue('第一')
  await second.getByRole('button', { name: '保存' }).click()
  await expect(second).toBeHidden()
  expect(await got(page, `/contracts/${contract.id}`)).toMatchObject({ number: '第一', note: '第二' })
})

test('a record that somebody else changed is saved with what both wrote', async ({ page }) => {
  await signIn(page, 'sales2')
  const lead = await made(page, '/leads', { values: { name: `双改${stamp}` } })
  await page.goto(`/app/leads/${lead.id}`)
  await page.getByRole('button', { name: '编辑' }).click()
  const form = page.getByRole('dialog', { name: '编辑线索' })
  await page.request.patch(`/api/v1/leads/${lead.id}`, { ...ask, data: { values: { mobile: '13800138000' } } })
  await form.getByLabel('备注').fill('我写的')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByRole('button', { name: '载入最新内容' }).click()
  await expect(form.getByLabel('手机')).toHaveValue('13800138000')
  await expect(form.getByLabel('备注')).toHaveValue('我写的')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  expect((await got(page, `/leads/${lead.id}`)).values).toMatchObject({ mobile: '13800138000', remark: '我写的' })
})

test('an entry is written down once, however often it is sent', async ({ page }) => {
  await signIn(page, 'sales2')
  const lead = await made(page, '/leads', { values: { name: `一次${stamp}` } })
  await page.goto(`/app/leads/${lead.id}`)
  await page.route('**/activities', async (route) => {
    await new Promise((later) => setTimeout(later, 300))
    await route.continue()
  })
  await page.getByLabel('跟进内容').fill('只写一次')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已保存跟进').or(page.getByText('跟进已保存')).first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect((await got(page, `/leads/${lead.id}/activities`)).total).toBe(1)
})

test('without https forms open, and a link that is not copied is not said to be', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID')
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await signIn(page, 'sales2')
  for (const path of ['contracts', 'visits', 'satisfaction', 'approvals']) {
    await page.goto(`/app/${path}`)
    await page.getByRole('heading', { level: 1 }).locator('xpath=../..').getByRole('button').last().click()
    await expect(page.getByRole('dialog')).toBeVisible()
  }
  await page.goto('/app/customers')
  await page.locator('a[href^="/app/customers/"]').first().click()
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '复制链接' }).click()
  await expect(page.getByText('浏览器不允许复制')).toBeVisible()
})

test('a required yes or no that nobody touched is no', async ({ page, browser }) => {
  const admin = await another(browser, 'admin')
  const label = `是否${stamp}`
  const { name: field } = await made(admin, '/leads/fields', { label, type: 'boolean', required: true })
  try {
    await signIn(page, 'sales2')
    await page.goto('/app/leads')
    await page.getByRole('button', { name: '新建线索' }).click()
    const form = page.getByRole('dialog', { name: '新建线索' })
    await form.getByLabel('线索名称').fill(`开关${stamp}`)
    await form.getByRole('button', { name: '保存' }).click()
    await expect(form).toBeHidden()
    const [lead] = (await got(page, `/leads?q=${encodeURIComponent(`开关${stamp}`)}`)).items
    expect(lead.values[field]).toBe(false)
  } finally {
    // The field goes while somebody looks: the list goes on without it.
    await admin.request.delete(`/api/v1/leads/fields/${field}?loseValues=true`, ask)
  }
  await page.getByRole('button', { name: '刷新' }).click()
  await expect(page.getByRole('columnheader', { name: label })).toHaveCount(0)
  await expect(page.getByRole('row', { name: `开关${stamp}` })).toBeVisible()
  await admin.context().close()
})

test('days are asked for as whole ones', async ({ page }) => {
  await signIn(page, 'sales2')
  const customer = await made(page, '/customers', { values: { name: `整天${stamp}有限公司` } })
  await page.goto(`/app/customers/${customer.id}`)
  await page.getByRole('button', { name: '申请延期' }).click()
  const form = page.getByRole('dialog', { name: '申请延长保护' })
  await form.getByLabel('延长天数').fill('1.5')
  await form.getByLabel('申请理由').fill('等待招标')
  await form.getByRole('button', { name: '确定' }).click()
  await expect(form.getByText('请填写整数天数')).toBeVisible()
  await form.getByLabel('延长天数').fill('2')
  await form.getByRole('button', { name: '确定' }).click()
  await expect(form).toBeHidden()
})
