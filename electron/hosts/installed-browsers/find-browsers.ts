import { accessSync, constants } from 'node:fs'
import { posix, win32 } from 'node:path'

export interface Computer {
  platform: NodeJS.Platform
  variables: Record<string, string | undefined>
  isExecutable: (path: string) => boolean
}

/** Chromium and its family by the names of their Linux packages, those of the domestic systems included. */
const linuxNames = [
  'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge',
  'uos-browser', 'org.deepin.browser', 'qaxbrowser-safe-stable', 'browser360-cn-stable', 'brave-browser', 'vivaldi-stable',
]

const macNames = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser']

/** Below the folders Windows installs programs in; every Windows since 10 has the first one. */
const windowsNames = [
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['360ChromeX', 'Chrome', 'Application', '360ChromeX.exe'],
] as const

/** Installed browsers that can show an address in a window without address bar (`--app=`), best first. */
export function chromiumBrowsers(computer: Computer): string[] {
  return candidates(computer).filter((path) => computer.isExecutable(path))
}

function candidates({ platform, variables }: Computer): string[] {
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => variables[name]).filter((root) => root !== undefined)
    return windowsNames.flatMap((names) => roots.map((root) => win32.join(root, ...names)))
  }
  if (platform === 'darwin') return macNames.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  const folders = (variables['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'))
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

export const thisComputer: Computer = {
  platform: process.platform,
  variables: process.env,
  isExecutable: (path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false // Not there or not ours to start: either way it is no candidate.
    }
  },
}
