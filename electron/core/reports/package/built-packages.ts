import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#shared/model/refusal.ts'
import type { DataFolder } from '../../core.ts'

type Place = Pick<DataFolder, 'root'>

/** Packages wait here until they have been saved elsewhere. They are as secret as the register, so they stay with it. */
const folderOf = ({ root }: Place): string => join(root, 'packages')

/** Milliseconds after which a package that nobody fetched is thrown away when the next one is built. */
const longestWait = 24 * 3600_000

/** The name is made of the id alone, which is a UUID; nothing a caller says leads anywhere else. */
export const packageFile = (place: Place, id: string): string => join(folderOf(place), `${id}.zip`)
export const unfinishedFile = (place: Place, id: string): string => `${packageFile(place, id)}.unfinished`

/** Makes the folder, and throws away what was left in it: packages nobody fetched, and those a killed program left half done. */
export function makePackageFolder(place: Place, now: number): void {
  mkdirSync(folderOf(place), { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folderOf(place))) {
    const file = join(folderOf(place), name)
    if (now - statSync(file).mtimeMs > longestWait) rmSync(file, { force: true })
  }
}

/** @throws Refusal `package.gone` */
export function readPart(place: Place, id: string, { offset, length }: { offset: number; length: number }): Uint8Array<ArrayBuffer> {
  const file = packageFile(place, id)
  if (!existsSync(file)) throw new Refusal('package.gone')
  const descriptor = openSync(file, 'r')
  try {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, fstatSync(descriptor).size - offset)))
    for (let at = 0; at < bytes.length;) at += readSync(descriptor, bytes, at, bytes.length - at, offset + at)
    return bytes
  } finally {
    closeSync(descriptor)
  }
}

export function discardPackage(place: Place, id: string): boolean {
  const there = existsSync(packageFile(place, id))
  rmSync(packageFile(place, id), { force: true })
  return there
}
