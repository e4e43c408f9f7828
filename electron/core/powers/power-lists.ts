import type { Change, WritableDatabase } from '../database/database.ts'
import type { RecordLists } from '../records/record-kind.ts'
import type { Values } from '../records/values.ts'
import { storeSteps } from './process-steps.ts'
import type { Step } from './process-steps.ts'

/** Legal bases and process steps, each as the whole list in order. */
export const powerLists: RecordLists = {
  fields: ['legalBases', 'steps'],
  read: async (db, id) => ({ legalBases: await readBases(db, id), steps: await readSteps(db, id) }),
  store: async (change, id, { before, after }) => {
    if (after['legalBases'] !== undefined) await storeBases(change, id, textsIn(after))
    if (after['steps'] !== undefined) await storeSteps(change, id, { before: stepsIn(before), after: stepsIn(after) })
  },
}

const textsIn = (values: Values): readonly string[] => (values['legalBases'] ?? []) as readonly string[]
const stepsIn = (values: Values): readonly Step[] => (values['steps'] ?? []) as readonly Step[]

async function readBases(db: WritableDatabase, powerId: string): Promise<string[]> {
  const rows = await db.selectFrom('legal_basis').select('text').where('power_id', '=', powerId).orderBy('position').execute()
  return rows.map(({ text }) => text)
}

const readSteps = (db: WritableDatabase, powerId: string): Promise<Step[]> =>
  db.selectFrom('process_step').select(['id', 'name']).where('power_id', '=', powerId).orderBy('position').execute()

/** Nothing refers to a legal basis, so the list is written anew. */
async function storeBases(change: Change, powerId: string, texts: readonly string[]): Promise<void> {
  await change.db.deleteFrom('legal_basis').where('power_id', '=', powerId).execute()
  if (texts.length === 0) return
  await change.db.insertInto('legal_basis').values(texts.map((text, position) => ({ id: change.newId(), power_id: powerId, position, text }))).execute()
}
