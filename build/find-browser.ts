import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumBrowsers, thisComputer } from '#hosts/installed-browsers/find-browsers.ts'

/** The browser that end-to-end tests drive; undefined where none is installed. */
export const findBrowser = (): string | undefined => chromiumBrowsers(thisComputer)[0]

export const isRoot = (): boolean => process.getuid?.() === 0

const mayInstall = (): boolean => process.platform === 'linux' && isRoot() && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')

/**
 * Finds a browser, or installs Debian's with a Chinese font where that can be done without asking anybody.
 * @throws Error with one sentence that says what to install
 */
export function provideBrowser(): string {
  const found = findBrowser()
  if (found !== undefined) return found
  if (mayInstall()) install()
  const installed = findBrowser()
  if (installed === undefined) throw new Error('End-to-end tests need Chromium, Google Chrome or Microsoft Edge: install one of them (on Debian: apt-get install chromium fonts-noto-cjk) and run npm test again.')
  return installed
}

function install(): void {
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  try {
    execFileSync('/usr/bin/apt-get', ['update'], options)
    execFileSync('/usr/bin/apt-get', ['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options)
  } catch (error) {
    process.stderr.write(`apt-get could not install chromium: ${error instanceof Error ? error.message : String(error)}\n`)
  }
}
