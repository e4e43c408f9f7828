import { Refusal } from '#shared/model/refusal.ts'

const byNodeCode: Record<string, string> = {
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  EACCES: 'folder.not-writable',
  EPERM: 'folder.not-writable',
  EROFS: 'folder.not-writable',
  ENOTDIR: 'folder.not-a-folder',
  EEXIST: 'folder.not-a-folder',
  EIO: 'disk.failing',
}

/** SQLite's extended codes begin with the plain one: SQLITE_CORRUPT_INDEX is a SQLITE_CORRUPT. */
const bySqliteCode: readonly (readonly [string, string])[] = [
  ['SQLITE_FULL', 'disk.full'],
  ['SQLITE_CORRUPT', 'database.damaged'],
  ['SQLITE_NOTADB', 'database.damaged'],
  ['SQLITE_READONLY', 'folder.not-writable'],
  ['SQLITE_CANTOPEN', 'folder.not-writable'],
  ['SQLITE_BUSY', 'folder.in-use'],
  ['SQLITE_IOERR', 'disk.failing'],
]

/**
 * What the disk or SQLite said, as a refusal a person can act on; undefined where the error is of another kind and
 * hence a bug.
 */
export function storageRefusal(error: unknown, folder: string): Refusal | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const said = error.code
  const code = byNodeCode[said] ?? bySqliteCode.find(([start]) => said.startsWith(start))?.[1]
  return code === undefined ? undefined : new Refusal(code, { folder })
}

/** The same for what SQLite itself says, wherever it was asked; errors of the file system in other work are bugs. */
export const databaseRefusal = (error: unknown, { folder }: { readonly folder: { readonly root: string } }): Refusal | undefined =>
  error instanceof Error && error.name === 'SqliteError' ? storageRefusal(error, folder.root) : undefined

/** Runs work on files of the data folder and turns what the disk refuses into a refusal. */
export function onDisk<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw storageRefusal(error, folder) ?? error
  }
}

/** The same for work that takes its time. */
export async function onDiskLater<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw storageRefusal(error, folder) ?? error
  }
}
