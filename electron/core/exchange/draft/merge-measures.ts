import { isBounded, rhythmStart } from '#shared/model/controls/rhythm.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { MeasureFacts, RiskFacts } from '../facts/facts.ts'
import type { RowCells } from '../facts/row-cells.ts'
import { findNamedPower } from './find-power.ts'
import { placeIn } from './merging.ts'
import type { Merging } from './merging.ts'
import { takeOver } from './records.ts'
import type { MeasureDraft, MeasureValues, PointDraft, PowerDraft, Ref } from './records.ts'
import type { RegisterDraft } from './register-draft.ts'

/** The measures of a row, matched among those of its power; which point gets which is settled when all rows are read. */
export function mergeMeasures(merging: Merging, cells: RowCells, { power, points, facts }: { power: PowerDraft; points: readonly PointDraft[]; facts: RiskFacts }): void {
  const measures = facts.measures.map((content) => measureOf(merging.draft, cells, { power, content }))
  for (const measure of measures) {
    takeOver<MeasureValues>(measure, facts.measureFields)
    measure.now.departmentId ??= points[0]?.now.departmentId ?? null
  }
  for (const content of facts.sharedMeasures) {
    const { ref } = measureOf(merging.draft, cells, { power, content })
    for (const point of points) point.singleLinks.set(ref, 'shared')
  }
  if (facts.basis === 'shared') merging.draft.sharedRows.push({ points, measures })
  else for (const point of points) for (const measure of measures) point.statedMeasures.set(measure.ref, measure)
}

function measureOf(draft: RegisterDraft, cells: RowCells, { power, content }: { power: PowerDraft; content: string }): MeasureDraft {
  const key = keyOf(content)
  const measure = power.measures.get(key) ?? takeLoose(draft, key) ?? draft.planMeasure(content, cells.place)
  power.measures.set(key, measure)
  measure.place ??= cells.place
  return measure
}

/** A measure no point has any more is taken up again rather than entered twice. */
function takeLoose(draft: RegisterDraft, key: string): MeasureDraft | undefined {
  const loose = draft.looseMeasures.get(key)
  draft.looseMeasures.delete(key)
  return loose
}

/** Merges a row of the program's own list of measures. */
export function mergeMeasure(merging: Merging, cells: RowCells, facts: MeasureFacts): void {
  const { draft } = merging
  const key = keyOf(facts.manifestation)
  const power = facts.power === undefined ? undefined : findNamedPower(draft, facts.power, [key]).power
  const point = key === '' ? undefined : power?.points.get(key)
  if (key !== '' && point === undefined) {
    cells.refuse('point.unknown', 'manifestation', { name: facts.power?.name ?? '' })
    return
  }
  const measure = markedMeasure(draft, facts, power) ?? unmarkedMeasure(draft, cells, { facts, power })
  measure.place ??= cells.place
  if (facts.mark !== '') draft.markedMeasures.set(facts.mark, measure)
  const { departmentId } = placeIn(merging, cells, { now: { departmentId: measure.now.departmentId, postId: null }, department: facts.department, post: '' })
  takeOver<MeasureValues>(measure, { ...facts.fields, departmentId, ...ownerIn(merging, cells, { facts, measure, departmentId }) })
  settleRhythm(cells, measure)
  if (measure.now.progress !== 'done') measure.now.doneOn = null
  if (point !== undefined) {
    power?.measures.set(measure.key, measure)
    point.place ??= cells.place
    point.singleLinks.set(measure.ref, facts.basis)
  }
}

/** The post that answers for a measure, which may be of another department than the measure itself. */
function ownerIn(merging: Merging, cells: RowCells, { facts: { owner }, measure, departmentId }: { facts: MeasureFacts; measure: MeasureDraft; departmentId: Ref | null }): Partial<MeasureValues> {
  if (owner.post === '') return {}
  const { postId } = placeIn(merging, cells, { now: { departmentId, postId: measure.now.ownerPostId }, department: owner.department, post: owner.post })
  return { ownerPostId: postId }
}

/** Only a dated measure recurs; its periods are counted as they would be if a person had typed them. */
function settleRhythm(cells: RowCells, { now }: MeasureDraft): void {
  const { frequency, dueOn } = now
  if (frequency !== null && dueOn !== null && isBounded(dueOn)) {
    now.rhythmFrom = rhythmStart({ frequency, from: now.rhythmFrom, dueOn })
    return
  }
  if (frequency !== null) cells.note('frequency.not-kept', 'frequency')
  now.frequency = null
  now.rhythmFrom = null
}

/** Rows with one number and one text are one measure, also where they belong to points of different powers. */
function markedMeasure(draft: RegisterDraft, { mark, content }: MeasureFacts, power: PowerDraft | undefined): MeasureDraft | undefined {
  const marked = mark === '' ? undefined : draft.markedMeasures.get(mark)
  const standing = power?.measures.get(keyOf(content))
  return marked?.key === keyOf(content) && standing?.standing === undefined ? marked : undefined
}

function unmarkedMeasure(draft: RegisterDraft, cells: RowCells, { facts, power }: { facts: MeasureFacts; power: PowerDraft | undefined }): MeasureDraft {
  const key = keyOf(facts.content)
  return power?.measures.get(key) ?? takeLoose(draft, key) ?? draft.planMeasure(facts.content, cells.place)
}
