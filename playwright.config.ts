import { defineConfig } from '@playwright/test'
import { isRoot, provideBrowser } from '#build/find-browser.ts'

// The built page in a real Chromium; each test has a data folder and a host process of its own.
export default defineConfig({
  testDir: 'test/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // Only to end what hangs: no test is about time, and a busy machine takes long.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: 'line',
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    // Menus and dialogs stand still from the moment they are there.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      // Without a locale of UTF-8 Chromium cannot say Chinese names of files, wherever the tests are started.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      executablePath: process.env['E2E_BROWSER'] ?? provideBrowser(),
      // Chromium's sandbox refuses to start for root; containers give /dev/shm too little room.
      args: [...(isRoot() ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
    },
  },
})
