import { defineConfig } from '@playwright/test'

/** The real Electron; run by `npm run test:desktop`, which sees to it that there is one. */
export default defineConfig({
  testDir: '.',
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'line',
})
