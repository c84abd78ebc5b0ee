import { gzipSync } from 'node:zlib'
import { another, expect, picture, signIn, test } from './person'

test('the first page asks who one is, and says why it does not let in', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('input[name=username]')).toBeFocused()
  await picture(page, 'sign-in')
  await page.locator('input[name=username]').fill('sales1')
  await page.locator('input[name=password]').fill('wrong')
  await page.locator('button.submit').click()
  await expect(page.getByRole('alert')).toContainText(/密码/)
  await expect(page).toHaveURL(/sign-in/)
})

test('a page that was asked for comes after the sign-in', async ({ page }) => {
  await page.goto('/app/customers?q=%E7%A7%91%E6%8A%80')
  await page.locator('input[name=username]').fill('sales1')
  await page.locator('input[name=password]').fill('demo123')
  await page.locator('button.submit').click()
  await expect(page).toHaveURL(/\/app\/customers\?.*q=/)
})

test('a server that is busy is said to be so, and asked again', async ({ page }) => {
  await page.route('**/api/v1/session', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      json: { type: 'urn:haina:problem:unavailable', title: 'The server is busy', status: 503 },
    }),
  )
  await page.goto('/app/customers')
  await expect(page.getByRole('alert')).toContainText('服务器繁忙')
  await page.unroute('**/api/v1/session')
  await page.getByRole('button', { name: '重试' }).click()
  await expect(page).toHaveURL(/sign-in\?next=\/app\/customers/)
  await expect(page.locator('input[name=username]')).toBeFocused()
})

test('the language is switched and kept', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await page.getByRole('button', { name: '简体中文' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toHaveCount(0)
})

test('signing out ends the session on the server', async ({ browser }) => {
  const page = await another(browser, 'sales2')
  expect((await page.request.get('/api/v1/session')).status()).toBe(200)
  await page.request.delete('/api/v1/session', { headers: { 'X-Haina-Request': '1' } })
  expect((await page.request.get('/api/v1/session')).status()).toBe(401)
  await page.goto('/app/customers')
  await expect(page).toHaveURL(/sign-in/)
  await page.context().close()
})

test('what is written stays where the session ends', async ({ page }) => {
  const name = `断线${Date.now() % 1_000_000}`
  await signIn(page, 'sales2')
  await page.goto('/app/leads')
  await page.getByRole('button', { name: '新建线索' }).click()
  const form = page.getByRole('dialog', { name: '新建线索' })
  await form.getByLabel('线索名称').fill(name)
  await page.request.delete('/api/v1/session', { headers: { 'X-Haina-Request': '1' } })
  await form.getByRole('button', { name: '保存' }).click()
  const again = page.getByRole('dialog', { name: '登录已失效' })
  await again.getByLabel('密码').fill('wrong')
  await again.getByRole('button', { name: '登录' }).click()
  await expect(again.getByText('用户名或密码错误')).toBeVisible()
  await again.getByLabel('密码').fill('demo123')
  await page.keyboard.press('Enter')
  await expect(again).toBeHidden()
  await expect(form.getByLabel('线索名称')).toHaveValue(name)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('link', { name })).toBeVisible()
})

test('the sign-in page and the shell are small', async ({ page }) => {
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(request.url()))
  const packed = async () => {
    await page.waitForLoadState('networkidle')
    let bytes = 0
    for (const url of [...asked].filter((each) => !each.includes('/api/'))) {
      bytes += gzipSync(await (await page.request.get(url)).body()).length
    }
    return bytes
  }
  await page.goto('/')
  await expect(page.locator('button.submit')).toBeVisible()
  expect(await packed()).toBeLessThan(200 * 1024)
  await signIn(page, 'sales1')
  expect(await packed()).toBeLessThan(500 * 1024)
})
