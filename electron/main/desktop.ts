import { join } from 'node:path'
import type { CoreLink } from './core-link/core-link.ts'
import type { AppWindow, ElectronApi } from './electron-api.ts'
import type { Language } from './language.ts'
import type { PrintPage } from './printing/paper-printer.ts'

/** What one start of the program is made from. */
export interface Surroundings {
  electron: ElectronApi
  args: readonly string[]
  variables: Record<string, string | undefined>
  platform: NodeJS.Platform
}

/** What the phases of a start hand on to each other. */
export interface Desktop extends Surroundings {
  /** `--data`, where it was given. */
  readonly data: string | undefined
  readonly language: Language
  readonly print: PrintPage
  core: CoreLink | undefined
  window: AppWindow | undefined
}

/** Where the build put things; in a package the core lies outside the archive, because its threads and native code are opened as files. */
export function programFiles({ app }: Pick<ElectronApi, 'app'>): { page: string; preload: string; core: string } {
  const dist = join(app.getAppPath(), 'dist')
  const outside = app.isPackaged ? dist.replace(/app\.asar(?=[\\/]dist$)/u, 'app.asar.unpacked') : dist
  return { page: join(dist, 'renderer'), preload: join(dist, 'preload', 'preload.cjs'), core: join(outside, 'core', 'core-process.js') }
}

/** What a phase needs was made by an earlier one; anything else is a mistake in the order of phases. */
export function made<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`${name} is used before it is made`)
  return part
}
