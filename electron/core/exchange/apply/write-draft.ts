import type { Change } from '../../database/database.ts'
import type { Report } from '../../long-work.ts'
import { createDepartment } from '../../organisation/department-records.ts'
import { createPost } from '../../organisation/post-records.ts'
import { changedFields } from '../draft/records.ts'
import type { Draft } from '../draft/records.ts'
import type { RegisterDraft } from '../draft/register-draft.ts'
import { linksChange, pointChanges } from '../plan/settle-draft.ts'
import { PlannedIds } from './planned-ids.ts'
import { statedMethodVersion } from './stated-method-version.ts'
import { writeLinks } from './write-links.ts'
import { writeMeasure } from './write-measure.ts'
import { writePoint } from './write-point.ts'
import { writePower } from './write-power.ts'

interface Writing {
  readonly change: Change
  readonly draft: RegisterDraft
  readonly report: Report
  /** Opens the batch; what is written before it does not belong to it. */
  readonly begin: () => Promise<void>
}

/** Records between two chances for other work. */
const breath = 100

/** Writes what is new and what differs, in the order in which records refer to each other. */
export async function writeDraft({ change, draft, report, begin }: Writing): Promise<void> {
  const points = draft.points.filter((point) => point.place !== undefined && pointChanges(point))
  const needsMethod = points.some(({ grading }) => grading !== undefined && grading.methodVersionId === undefined)
  const statedVersionId = needsMethod ? await statedMethodVersion(change, draft.responsibility.scale) : ''
  await begin()
  const ids = new PlannedIds(change)
  const powers = draft.powers.filter(isWritten)
  const measures = draft.measures.filter(isWritten)
  const linked = points.filter(linksChange)
  const work = [
    ...[...draft.departments.values()].filter(({ isNew }) => isNew).map(({ ref, name }) => async () => ids.give(ref, await createDepartment(change, { name }))),
    ...[...draft.posts.values()].filter(({ isNew }) => isNew).map(({ ref, name, departmentRef }) => async () => ids.give(ref, await createPost(change, { departmentId: ids.of(departmentRef), name }))),
    ...powers.map((power) => () => writePower(change, ids, power)),
    ...points.map((point) => () => writePoint(change, ids, { point, statedVersionId })),
    ...measures.map((measure) => () => writeMeasure(change, ids, measure)),
    ...linked.map((point) => () => writeLinks(change, ids, point)),
  ]
  for (const [index, write] of work.entries()) {
    await write()
    if (index % breath === 0) await report({ done: index, total: work.length, stage: 'write' })
  }
}

const isWritten = (draft: Draft<object>): boolean => draft.place !== undefined && changedFields(draft).length > 0
