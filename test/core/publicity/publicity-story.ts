import type { Progress } from '#shared/contract/procedure.ts'
import type { Story } from '../review/review-story.ts'
import { names, one, outcome, pass } from '../review/review-story.ts'

const day = 86_400_000

/** Takes an entry from draft to publicity, by whom its grade asks for. */
export async function toPublicity({ as }: Story, id: string): Promise<void> {
  await outcome(as(names.officer).review.submit({ selection: one(id) }))
  await pass(as(names.other), id)
  for (const name of [names.head, names.leader, names.chief]) if ((await pass(as(name), id)).done === 1) break
  await pass(as(names.inspector), id)
  await pass(as(names.chief), id)
}

/** A file kept with a list or a sheet. */
export const attach = ({ sample: { register } }: Story, entity: string, entityId: string): Promise<string> =>
  register.change(async (change) => {
    const id = change.newId()
    await change.db.insertInto('attachment').values({ id, entity, entity_id: entityId, file_name: '公示照片.jpg', media_type: 'image/jpeg', size: 3, hash: '0'.repeat(64), secrecy: 'internal', added_by: change.actor.name, added_at: change.at }).execute()
    await change.record({ action: 'attachment.add', entity: 'attachment', entityId: id, after: { fileName: '公示照片.jpg' } })
    return id
  })

export const passDays = ({ sample: { register } }: Story, days: number): void => register.clock.pass(days * day)

/** Reads long work to its result. */
export async function finished<T>(work: Promise<AsyncIteratorObject<Progress, T, void>>): Promise<T> {
  const reports = await work
  for (;;) {
    const step = await reports.next()
    if (step.done) return step.value
  }
}

export const everything = { departmentIds: [], gradeCodes: [], powerIds: [] }

/** A list drawn up from all that waits, by the office. */
export async function drawnUp({ as }: Story, except: string[] = []): Promise<{ id: string; revision: number }> {
  const { startsOn, endsOn } = await as(names.inspector).publicity.start()
  return as(names.inspector).publicity.create({ title: '廉政风险点公示', place: '政务公开栏、单位网站', startsOn, endsOn, scope: everything, except })
}
