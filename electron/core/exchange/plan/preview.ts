import type { ImportCounts, ImportIssue, ImportSummary, PlannedChange } from '#shared/contract/exchange.ts'
import { changedFields } from '../draft/records.ts'
import type { Draft, MeasureDraft, PointDraft, PowerDraft } from '../draft/records.ts'
import type { RegisterDraft } from '../draft/register-draft.ts'
import type { Place } from '../facts/facts.ts'
import type { Words } from '../facts/words.ts'
import { Describer } from './describe-values.ts'
import { pointChanges } from './settle-draft.ts'

/** A row that was refused, for the preview. */
export interface RefusedRow { readonly place: Place; readonly entity: PlannedChange['entity']; readonly label: string }

/** What an import would do, record by record, in the order of the file within each kind of record. */
export function changesOf(draft: RegisterDraft, words: Words, refused: readonly RefusedRow[]): PlannedChange[] {
  const describer = new Describer(draft, words)
  const changes = [
    ...draft.powers.flatMap((power) => powerChange(power, describer) ?? []),
    ...draft.points.flatMap((point) => pointChange(point, describer) ?? []),
    ...draft.measures.flatMap((measure) => measureChange(measure, describer) ?? []),
    ...refused.map(({ place, entity, label }): PlannedChange => ({ entity, kind: 'rejected', ...place, label, differences: [] })),
  ]
  return [...changes.filter(({ kind }) => kind !== 'unchanged'), ...changes.filter(({ kind }) => kind === 'unchanged')]
}

const kindOf = (draft: Draft<object>, changes: boolean): PlannedChange['kind'] => (draft.standing === undefined ? 'new' : changes ? 'changed' : 'unchanged')

function powerChange(power: PowerDraft, describer: Describer): PlannedChange | undefined {
  const changes = changedFields(power)
  if (power.place === undefined) return undefined
  return { entity: 'power', kind: kindOf(power, changes.length > 0), ...power.place, label: describer.power(power), differences: describer.powerDifferences(power, changes) }
}

function pointChange(point: PointDraft, describer: Describer): PlannedChange | undefined {
  if (point.place === undefined) return undefined
  return { entity: 'risk-point', kind: kindOf(point, pointChanges(point)), ...point.place, label: point.now.manifestation, differences: describer.pointDifferences(point, changedFields(point)) }
}

function measureChange(measure: MeasureDraft, describer: Describer): PlannedChange | undefined {
  const changes = changedFields(measure)
  if (measure.place === undefined) return undefined
  return { entity: 'control-measure', kind: kindOf(measure, changes.length > 0), ...measure.place, label: measure.now.content, differences: describer.measureDifferences(measure, changes) }
}

function countsOf(drafts: readonly Draft<object>[], changes: (draft: Draft<object>) => boolean): ImportCounts {
  const spoken = drafts.filter(({ place }) => place !== undefined)
  const created = spoken.filter(({ standing }) => standing === undefined).length
  const updated = spoken.filter((draft) => draft.standing !== undefined && changes(draft)).length
  return { created, updated, unchanged: spoken.length - created - updated }
}

const byFields = (draft: Draft<object>): boolean => changedFields(draft).length > 0

export function summaryOf(draft: RegisterDraft, rejected: number): ImportSummary {
  const changing = new Set<unknown>(draft.points.filter((point) => point.place !== undefined && pointChanges(point)))
  return {
    powers: countsOf(draft.powers, byFields),
    riskPoints: countsOf(draft.points, (point) => changing.has(point)),
    controlMeasures: countsOf(draft.measures, byFields),
    rejected,
    flagged: draft.points.filter(({ now, standing }) => now.confirmCode !== null && now.confirmCode !== standing?.confirmCode).length,
  }
}

/** Whether there is anything to write. */
export const doesSomething = ({ powers, riskPoints, controlMeasures }: ImportSummary): boolean =>
  [powers, riskPoints, controlMeasures].some(({ created, updated }) => created + updated > 0)

const weight = { error: 0, confirm: 1, note: 2 } as const

/** What is wrong first, then what has to be looked at, then what is only told; each in the order of the file. */
export const inOrderOfWeight = (issues: readonly ImportIssue[]): ImportIssue[] => issues.toSorted((a, b) => weight[a.level] - weight[b.level])
