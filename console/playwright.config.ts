import { defineConfig } from '@playwright/test'

/**
 * The console in a real browser, against a server with the demo company.
 *
 * HAINA       its address
 * CHROMIUM    the browser's program
 * OUT         where pictures and reports go
 */
export default defineConfig({
  testDir: 'e2e',
  outputDir: `${process.env.OUT ?? '../target/e2e'}/failed`,
  // One company's data: the stories run one after another, each with records of its own.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ['json', { outputFile: `${process.env.OUT ?? '../target/e2e'}/report.json` }]],
  use: {
    baseURL: process.env.HAINA ?? 'http://127.0.0.1:3000',
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
