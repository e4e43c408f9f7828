import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserHost } from './browser-host.ts'
import { thisComputer } from '../installed-browsers/find-browsers.ts'
import { openWindow } from './open-window.ts'
import type { OpenedWindow } from './open-window.ts'
import { windowCommands } from './window-commands.ts'

export interface HostWindow {
  kind: OpenedWindow['kind'] | 'none'
  /** Settles when the user has closed the window; never where none could be opened. */
  closed: Promise<void>
  /** Closes the window and removes what its browser kept. */
  end(): Promise<void>
}

/** Opens the page in a window of an installed browser, with a profile that is thrown away afterwards. */
export async function openHostWindow(host: BrowserHost): Promise<HostWindow> {
  const profile = await mkdtemp(join(tmpdir(), 'integrity-window-'))
  const commands = windowCommands({ url: host.url, profile, computer: thisComputer, isRoot: process.getuid?.() === 0 })
  const opened = await openWindow(commands, { isPageOpen: () => host.pages > 0 })
  // A browser program may outlive its last window (macOS) or hand over and end at once: the pages themselves decide too.
  const closed = opened?.kind === 'app-window' ? Promise.race([host.lastPageClosed, opened.ended]) : host.lastPageClosed
  return {
    kind: opened?.kind ?? 'none',
    closed,
    end: async () => {
      await opened?.close()
      await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
