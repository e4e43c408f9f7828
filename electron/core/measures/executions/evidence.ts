import { addAttachment } from '../../attachments/attachment-records.ts'
import { storeContent } from '../../attachments/contents.ts'
import type { DataFolder } from '../../core.ts'
import type { Change } from '../../database/database.ts'

/** A file of evidence whose content is stored already, so that no change waits for a disk. */
export interface StoredFile { readonly fileName: string; readonly mediaType: string; readonly size: number; readonly hash: string }

/** @throws Refusal `disk.full`, `folder.not-writable` */
export async function storeFiles(place: Pick<DataFolder, 'attachments'>, files: readonly File[]): Promise<StoredFile[]> {
  const stored: StoredFile[] = []
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    stored.push({ fileName: file.name, mediaType: file.type, size: bytes.length, hash: storeContent(place, bytes) })
  }
  return stored
}

/** Ties files to an execution for good: its evidence goes only with the execution itself. */
export async function attachEvidence(change: Change, executionId: string, files: readonly StoredFile[]): Promise<string[]> {
  const names: string[] = []
  for (const file of files) names.push((await addAttachment(change, { entity: 'measure-execution', entityId: executionId, ...file, secrecy: 'internal', note: '' })).fileName)
  return names
}
