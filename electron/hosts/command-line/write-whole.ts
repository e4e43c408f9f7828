import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { renameDurably } from '#core/database/durable-files.ts'
import { onDiskLater } from '#core/database/storage-refusal.ts'

/** The file is there whole or not at all; an earlier report of that name stays until then. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.unfinished`
  await onDiskLater(dirname(file), async () => {
    await mkdir(dirname(file), { recursive: true })
    try {
      await writeFile(unfinished, bytes, { flush: true })
      renameDurably(unfinished, file)
    } finally {
      await rm(unfinished, { force: true })
    }
  })
}
