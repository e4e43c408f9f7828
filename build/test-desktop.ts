import { spawnSync } from 'node:child_process'
import { electronBinary } from './electron-binary.ts'
import { ensureBuilt } from './ensure-built.ts'

/** The code by which test drivers know that a test could not be run here. */
const NOT_RUN = 77

if (electronBinary() === undefined) {
  process.stdout.write('Desktop tests were not run: Electron’s program is not installed here (npm exec -c install-electron fetches it where GitHub can be reached).\n')
  process.exitCode = NOT_RUN
} else {
  ensureBuilt()
  const { status } = spawnSync('playwright', ['test', '--config', 'test/desktop/playwright.config.ts', ...process.argv.slice(2)], { stdio: 'inherit', shell: process.platform === 'win32' })
  process.exitCode = status ?? 1
}
