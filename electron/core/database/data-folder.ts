import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { DataFolder } from '../core.ts'
import { onDisk } from './storage-refusal.ts'

export const applicationName = 'Integrity Risk Control'

export interface Surroundings {
  platform: NodeJS.Platform
  variables: Record<string, string | undefined>
  home: string
}

/**
 * The platform's folder for an application's data. On Windows the local one: a roaming profile copies whole files at
 * log-off and lets the last computer win, which a database does not survive. On Linux the XDG data directory.
 */
export function defaultFolder({ platform, variables, home }: Surroundings = { platform: process.platform, variables: process.env, home: homedir() }): string {
  if (platform === 'win32') return join(variables['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), applicationName)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', applicationName)
  return join(variables['XDG_DATA_HOME'] || join(home, '.local', 'share'), applicationName)
}

/** Where things lie inside a data folder; touches nothing. */
export function dataFolderAt(root: string): DataFolder {
  const at = resolve(root)
  return {
    root: at,
    database: join(at, 'register.sqlite'),
    attachments: join(at, 'attachments'),
    backups: join(at, 'backups'),
    logs: join(at, 'logs'),
  }
}

/** Only the owner may look inside: the list of an organisation's weak points is worth stealing. */
const ownerOnly = 0o700

/**
 * Makes the folder and its parts where they are missing. A folder that already holds something keeps its own
 * permissions; what is made here is the owner's alone.
 * @throws Refusal `folder.not-writable`, `folder.not-a-folder`, `disk.full`
 */
export function prepareFolder(folder: DataFolder): void {
  onDisk(folder.root, () => {
    const untouched = !existsSync(folder.root) || readdirSync(folder.root).length === 0
    mkdirSync(folder.root, { recursive: true, mode: ownerOnly })
    if (untouched) chmodSync(folder.root, ownerOnly)
    for (const part of [folder.attachments, folder.backups, folder.logs]) mkdirSync(part, { recursive: true, mode: ownerOnly })
  })
}
