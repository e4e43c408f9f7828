import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** The data folder named by `--data DIR`; everything else on the command line is Chromium's and Electron's own business. */
export function dataArgument(args: readonly string[]): string | undefined {
  const { data } = parseArgs({ args: [...args], options: { data: { type: 'string' } }, strict: false, allowPositionals: true }).values
  return typeof data === 'string' && data !== '' ? resolve(data) : undefined
}

/**
 * Where the window keeps its own affairs (its place, Chromium's files): beside the data, never inside it. Each data
 * folder has one of its own, because Electron's single-instance lock goes by this folder: two registers may be open at
 * once, one register only once.
 */
export function windowFolder(applicationData: string, data: string | undefined): string {
  const which = data === undefined ? 'own' : createHash('sha256').update(data).digest('hex').slice(0, 16)
  return join(applicationData, 'Integrity Risk Control Window', which)
}
