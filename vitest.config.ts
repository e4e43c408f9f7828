import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{core,shared,hosts,main,build,renderer,attacks}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Each file spends much of its time waiting for its own threads and programs.
    maxWorkers: 2,
    // Only to end what hangs: no test is about time, and a busy machine takes long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
