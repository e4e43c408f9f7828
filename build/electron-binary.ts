import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../node_modules/electron/', import.meta.url))

/**
 * Electron's program where it has been fetched, undefined where it has not. Looked up by hand because the package
 * itself would begin to download when asked.
 */
export function electronBinary(): string | undefined {
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  const note = `${folder}path.txt`
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : usualName()
  const path = own === undefined ? `${folder}dist/${name}` : `${own}/${name}`
  return existsSync(path) ? path : undefined
}

function usualName(): string {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}
