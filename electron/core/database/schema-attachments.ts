import type { Generated } from 'kysely'
import type { RecordState } from '#shared/model/states.ts'

export interface AttachmentTable {
  number: Generated<number>
  id: string
  /** The record it belongs to, by the codes of the log. */
  entity: string
  entity_id: string
  file_name: string
  media_type: string
  /** Bytes. */
  size: number
  /** SHA-256 of the content, hexadecimal. */
  hash: string
  secrecy: 'public' | 'internal' | 'secret'
  note: Generated<string>
  state: Generated<RecordState>
  added_by: string
  added_at: string
}

/** Filled only in copies that leave the data folder. */
export interface PackedAttachmentTable { hash: string; bytes: Uint8Array }

/** Tables of migration part `attachments`. */
export interface AttachmentsSchema {
  attachment: AttachmentTable
  packed_attachment: PackedAttachmentTable
}
