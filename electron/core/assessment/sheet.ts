import type { GivenScore, Sheet, SheetItem, VetoStanding } from '#shared/contract/assessment.ts'
import { raters } from '#shared/model/assessment/definition.ts'
import type { Rater, Template, Veto } from '#shared/model/assessment/definition.ts'
import { askedPeople } from '#shared/model/assessment/who-scores.ts'
import { pointsOf, sumOfPoints } from '#shared/model/assessment/scores.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { campaignSummary } from './campaign.ts'
import { readHandOvers } from './hand-overs.ts'
import { departmentPlace } from './place.ts'
import { lackBy, scoreBy } from './standings.ts'
import type { DepartmentStanding, ItemStanding } from './standings.ts'
import { scoringRules, verdictsOf } from './who-scores.ts'
import type { Asking } from './who-scores.ts'

const perRater = <T>(of: (rater: Rater) => T): Record<Rater, T> => ({ self: of('self'), office: of('office'), lead: of('lead') })

interface Scored extends Row<'assessment_score'> { readonly objection?: number | null }

const asGiven = (row: Scored): GivenScore => ({
  number: row.number, score: pointsOf(row.score), reason: row.reason, kind: row.kind, computed: row.computed === null ? null : pointsOf(row.computed), previous: row.previous === null ? null : pointsOf(row.previous),
  by: row.person, at: row.scored_at, rater: row.rater, objection: row.objection ?? null,
})

/** A department's scoring sheet, item by item. @throws Refusal `record.missing` */
export async function readSheet(db: ReadableDatabase, id: string, asking: Asking): Promise<Sheet> {
  const { campaign, standing } = await departmentPlace(db, id)
  const { template } = campaign
  const { row, items, result } = standing
  const [files, objections] = [await countFiles(db, items), await countOpen(db, id)]
  const shown = new Map(items.map((item) => [item.item.code, itemOf(item, { standing, files: files.get(item.id) ?? 0, openObjections: objections.get(item.id) ?? 0 })]))
  const rules = await scoringRules(db, standing, asking)
  const listed = (codes: readonly { code: string }[]): SheetItem[] => codes.flatMap(({ code }) => shown.get(code) ?? [])
  return {
    campaign: await campaignSummary(db, campaign.row.id), weights: template.weights, total: template.total, ceiling: template.bonus.ceiling, bands: template.bands,
    department: { id: row.id, departmentId: row.department_id, name: row.name, step: row.step, returned: row.returned },
    groups: template.groups.map(({ code, name, items: own }) => ({ code, name, items: listed(own) })), bonus: listed(template.bonus.items), vetoes: template.vetoes.map((veto) => vetoOf(veto, standing)),
    sums: perRater((rater) => pointsOf(items.reduce((sum, item) => (item.bonus ? sum : sum + (scoreBy(item, rater) ?? 0)), 0))),
    result: result === undefined ? null : { base: pointsOf(result.base), bonus: pointsOf(result.bonus), total: pointsOf(result.total), band: result.band.code },
    scoring: verdictsOf(rules), asked: campaign.row.state !== 'scoring' || row.step === 'scored' ? [] : askedPeople(rules.question(row.step)).map(({ name }) => name),
    handOvers: (await readHandOvers(db, [id])).map(({ byId: _account, campaignDepartmentId: _sheet, ...handOver }) => handOver),
  }
}

function itemOf(standing: ItemStanding, { standing: { result }, files, openObjections }: { standing: DepartmentStanding; files: number; openObjections: number }): SheetItem {
  const { id, item, bonus, computed, figure, given, trail } = standing
  const final = result?.items.get(item.code)
  return {
    id, code: item.code, text: item.text, rule: item.rule, points: item.points, bonus,
    computed: item.computed === undefined || computed === null ? null : { ...item.computed, score: pointsOf(computed), counts: figure?.counts ?? 0, all: figure?.all ?? 0 },
    given: perRater((rater) => { const row = given.get(rater); return row === undefined ? null : asGiven(row) }), lacks: perRater((rater) => lackBy(standing, rater) ?? null),
    final: final === undefined ? null : pointsOf(final), files, openObjections, changes: trail.length,
  }
}

function vetoOf({ code, text, effect, computed }: Veto, { figures, marks, fired }: DepartmentStanding): VetoStanding {
  const figure = computed === undefined ? undefined : figures.get(computed.indicator)
  const mark = marks.get(code)
  return {
    code, text, effect, computed: computed === undefined ? null : { ...computed, found: figure === undefined ? 0 : figure.all - figure.counts }, fires: fired.has(code),
    reason: mark?.reason ?? '', by: mark?.person ?? null, at: mark?.set_at ?? null,
  }
}

async function countFiles(db: ReadableDatabase, items: readonly ItemStanding[]): Promise<Map<string, number>> {
  const rows = await db.selectFrom('attachment').where('entity_id', 'in', items.map(({ id }) => id)).where('state', '=', 'in-force').groupBy('entity_id').select(({ fn }) => ['entity_id', fn.countAll<number>().as('files')]).execute()
  return new Map(rows.map((row) => [row.entity_id, row.files]))
}

async function countOpen(db: ReadableDatabase, campaignDepartmentId: string): Promise<Map<string, number>> {
  const rows = await db.selectFrom('campaign_item as i').innerJoin('assessment_objection as o', 'o.campaign_item_id', 'i.id').leftJoin('assessment_answer as a', 'a.objection_id', 'o.id')
    .where('i.campaign_department_id', '=', campaignDepartmentId).where('a.id', 'is', null).groupBy('i.id').select(({ fn }) => ['i.id', fn.countAll<number>().as('open')]).execute()
  return new Map(rows.map((row) => [row.id, row.open]))
}

/** Everything anybody ever gave for an item, oldest first. */
export async function readTrail(db: ReadableDatabase, campaignItemId: string): Promise<GivenScore[]> {
  const rows = await db.selectFrom('assessment_score as s').leftJoin('assessment_objection as o', 'o.id', 's.objection_id').selectAll('s').select('o.number as objection').where('s.campaign_item_id', '=', campaignItemId).orderBy('s.number').execute()
  return rows.filter(({ rater }) => raters.includes(rater)).map(asGiven)
}

/** Of the template, what a result's figures are called. */
export const groupPoints = ({ groups }: Template) => groups.map(({ code, name, items }) => ({ code, name, points: sumOfPoints(items) }))
