import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{core,shared,hosts,main,build,renderer,attacks}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
