import { chromiumBrowsers } from '../installed-browsers/find-browsers.ts'
import type { Computer } from '../installed-browsers/find-browsers.ts'

/** One way to bring an address before the user's eyes. */
export interface WindowCommand {
  kind: 'app-window' | 'default-browser'
  file: string
  args: readonly string[]
}

export interface WindowSetting {
  url: string
  /** Folder of a browser profile of our own; what the browser keeps stays apart from the user's own browsing. */
  profile: string
  computer: Computer
  /** Chromium refuses to run as root with its sandbox, and without a sandbox it is not started here. */
  isRoot: boolean
}

/** The ways to open a window on this computer, best first; none where there is no screen. */
export function windowCommands({ url, profile, computer, isRoot }: WindowSetting): WindowCommand[] {
  if (!hasScreen(computer)) return []
  const browsers = isRoot ? [] : chromiumBrowsers(computer)
  const appWindows = browsers.map((file) => ({ kind: 'app-window', file, args: appWindowArguments(url, profile) }) as const)
  return [...appWindows, defaultBrowser(url, computer.platform)]
}

function hasScreen({ platform, variables }: Computer): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(variables['DISPLAY']) || Boolean(variables['WAYLAND_DISPLAY'])
}

/** A window of its own that asks nothing, fetches nothing for itself and carries no extensions. */
const appWindowArguments = (url: string, profile: string): string[] => [
  `--app=${url}`,
  `--user-data-dir=${profile}`,
  '--window-size=1366,768',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-sync',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication',
  '--password-store=basic',
]

function defaultBrowser(url: string, platform: NodeJS.Platform): WindowCommand {
  const kind = 'default-browser'
  // Not by way of `cmd /c start`: nothing of the address may be read as a command.
  if (platform === 'win32') return { kind, file: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] }
  if (platform === 'darwin') return { kind, file: 'open', args: [url] }
  return { kind, file: 'xdg-open', args: [url] }
}
