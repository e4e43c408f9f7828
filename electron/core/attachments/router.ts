import type { Contract } from '#shared/contract/index.ts'
import type { AttachedEntity } from '#shared/model/attachments.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Call, Handlers } from '../registration.ts'
import { attachedSubject } from './attached-subject.ts'
import { addAttachment, asAttachment, markAttachment, readAttachment, withdrawAttachment } from './attachment-records.ts'
import { readContent, storeContent } from './contents.ts'

/** Files that belong to records. */
export const attachmentsHandlers: Handlers<Contract['attachments']> = {
  list: async ({ entityId }, { core }) => {
    const rows = await core.database.read.selectFrom('attachment').selectAll().where('entity_id', '=', entityId).where('state', '=', 'in-force').orderBy('number').execute()
    return rows.map(asAttachment)
  },
  named: async ({ ids }, { core }) => {
    const rows = ids.length === 0 ? [] : await core.database.read.selectFrom('attachment').selectAll().where('id', 'in', ids).orderBy('number').execute()
    return rows.map(asAttachment)
  },
  add: async ({ file, ...attachment }, call) => {
    call.gate.require(await attachedSubject(call.core.database.read, attachment))
    const bytes = new Uint8Array(await file.arrayBuffer())
    const hash = storeContent(call.core.folder, bytes)
    return changeBy(call, (change) => addAttachment(change, { ...attachment, hash, fileName: file.name, mediaType: file.type, size: bytes.length }))
  },
  mark: async ({ attachmentId, ...marks }, call) => {
    await requireAttached(call, attachmentId)
    return changeBy(call, (change) => markAttachment(change, { id: attachmentId, ...marks }))
  },
  withdraw: async ({ attachmentId }, call) => {
    await requireAttached(call, attachmentId)
    await changeBy(call, (change) => withdrawAttachment(change, attachmentId))
    return { withdrawn: 1 }
  },
  read: async ({ attachmentId }, { core }) => {
    const row = await readAttachment(core.database.read, attachmentId)
    return new File([readContent(core.folder, row.hash)], row.file_name, { type: row.media_type })
  },
}

async function requireAttached({ core, gate }: Call, id: string): Promise<void> {
  const row = await readAttachment(core.database.read, id)
  gate.require(await attachedSubject(core.database.read, { entity: row.entity as AttachedEntity, entityId: row.entity_id }))
}
