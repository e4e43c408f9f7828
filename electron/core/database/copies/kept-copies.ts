import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Backup } from '#shared/contract/system.ts'
import type { Core } from '../../core.ts'
import { onDisk } from '../storage-refusal.ts'
import { copyName, parseCopyName } from './copy-name.ts'
import type { CopyName, Occasion } from './copy-name.ts'
import { makeCopy } from './make-copy.ts'
import { copiesToKeep } from './retention.ts'

/** Keeping copies needs the place and the clock, not the open register. */
export type Keeper = Pick<Core, 'folder' | 'env'>

/** The kept copies, newest first. */
export function keptCopies({ folder }: Pick<Core, 'folder'>): Backup[] {
  return onDisk(folder.backups, () => copyNames(folder.backups).map((copy) => describe(folder.backups, copy)))
}

/**
 * Makes a checked copy of the register in the data folder and lets go of copies the retention rule no longer keeps.
 * Old copies go only after the new one has proved sound.
 */
export async function* keepingCopy(keeper: Keeper, occasion: Occasion): AsyncGenerator<Progress, Backup, void> {
  const { folder, env } = keeper
  const name = freeName(folder.backups, env.now(), occasion)
  const file = join(folder.backups, name.name)
  underWay.add(file)
  try {
    yield* makeCopy(folder.database, file)
  } finally {
    underWay.delete(file)
  }
  letGo(keeper)
  return describe(folder.backups, name)
}

/** Copies that are being made; their names are taken, and what they have written so far is not rubbish. */
const underWay = new Set<string>()

/** The same for callers who show no progress: before an import, a restore, a migration, and on closing. */
export async function keepCopy(keeper: Keeper, occasion: Occasion): Promise<Backup> {
  const work = keepingCopy(keeper, occasion)
  for (;;) {
    const step = await work.next()
    if (step.done) return step.value
  }
}

function copyNames(backups: string): CopyName[] {
  return readdirSync(backups).flatMap((name) => parseCopyName(name) ?? []).toSorted((a, b) => (a.name < b.name ? 1 : -1))
}

function describe(backups: string, { name, at, occasion }: CopyName): Backup {
  return { name, createdAt: new Date(at).toISOString(), occasion, size: statSync(join(backups, name)).size }
}

/** Two copies within one millisecond would bear one name: the later moves on to the next free one. */
function freeName(backups: string, now: number, occasion: Occasion): CopyName {
  const begun = [...underWay].filter((file) => dirname(file) === backups).flatMap((file) => parseCopyName(basename(file)) ?? [])
  const taken = new Set([...copyNames(backups), ...begun].map(({ at }) => at))
  let at = now
  while (taken.has(at)) at++
  return { name: copyName(at, occasion), at, occasion }
}

function letGo({ folder, env }: Keeper): void {
  const copies = copyNames(folder.backups)
  const keep = copiesToKeep(copies, env.now(), env.localDate)
  for (const { name } of copies) {
    if (!keep.has(name)) rmSync(join(folder.backups, name), { force: true })
  }
  removeUnfinished(folder.backups)
}

/** A program that was killed while it copied leaves a file as large as the register that no rule would ever let go. */
function removeUnfinished(backups: string): void {
  for (const name of readdirSync(backups)) {
    const [copy = '', rest] = name.split('.unfinished')
    if (rest === undefined || parseCopyName(copy) === undefined || underWay.has(join(backups, copy))) continue
    rmSync(join(backups, name), { force: true })
  }
}
