import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { touchedBy } from '../../permission/touched.ts'
import { changedFields } from '../draft/records.ts'
import type { Draft } from '../draft/records.ts'
import type { RegisterDraft } from '../draft/register-draft.ts'
import type { Place } from '../facts/facts.ts'
import { batchEntries } from '../undo/batch-entries.ts'
import type { BatchEntry } from '../undo/batch-entries.ts'
import { pointChanges } from './settle-draft.ts'

/** Whether whoever imports may write records of a department; null: of none. */
export type Reach = (departmentId: string | null) => boolean

interface Belonging { departmentId: string | null }

const isOutside = ({ standing, now }: Pick<Draft<Belonging>, 'standing' | 'now'>, reach: Reach): boolean =>
  !reach(now.departmentId) || (standing !== undefined && !reach(standing.departmentId))

/** The rows that would write what somebody does not reach: a record of another department, now or before. A department that is only planned is nobody's yet. */
export function rowsOutside(draft: RegisterDraft, reach: Reach): Place[] {
  if (reach(null)) return []
  const written = [
    ...draft.powers.filter((power) => changedFields(power).length > 0),
    ...draft.points.filter((point) => pointChanges(point)),
    ...draft.measures.filter((measure) => changedFields(measure).length > 0),
  ]
  return written.filter((record) => isOutside(record, reach)).flatMap(({ place }) => place ?? [])
}

/** A plan may be carried out by somebody else, or after a role was narrowed. @throws Refusal `permission.elsewhere` */
export function refuseOutside(draft: RegisterDraft, reach: Reach): void {
  if (rowsOutside(draft, reach).length > 0) throw new Refusal('permission.elsewhere', { permission: 'register.import' })
}

const kinds = { 'power': 'power', 'risk-point': 'risk-point', 'control-measure': 'control-measure' } as const

/** Taking an import back writes whatever it wrote. @throws Refusal `permission.elsewhere` */
export async function refuseUndoOutside(db: ReadableDatabase, batchId: string, reach: Reach): Promise<void> {
  if (reach(null)) return
  const entries = await batchEntries(db, batchId)
  const departments = entries.flatMap(departmentsIn)
  for (const kind of Object.values(kinds)) {
    const ids = entries.filter(({ entity }) => entity === kind).map(({ entityId }) => entityId)
    for (const { departmentId } of await touchedBy(db, kind, { ids })) departments.push(departmentId)
  }
  if (!departments.every(reach)) throw new Refusal('permission.elsewhere', { permission: 'register.import' })
}

/** Where an entry says a record was or came to; a department that was made belongs to the whole organisation. */
function departmentsIn({ entity, before, after }: BatchEntry): (string | null)[] {
  if (entity === 'department') return [null]
  return [before, after].flatMap((values) => {
    const id = values['departmentId']
    return typeof id === 'string' ? [id] : []
  })
}
