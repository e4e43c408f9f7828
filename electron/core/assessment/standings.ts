import { itemsOf, raters } from '#shared/model/assessment/definition.ts'
import type { Item, Rater, Template } from '#shared/model/assessment/definition.ts'
import type { Figure, IndicatorCode } from '#shared/model/assessment/indicators.ts'
import { firedByFigures, resultOf } from '#shared/model/assessment/result.ts'
import type { Result } from '#shared/model/assessment/result.ts'
import { computedScore, hundredthsOf } from '#shared/model/assessment/scores.ts'
import type { Hundredths } from '#shared/model/assessment/scores.ts'
import { lackOf, standingScore } from '#shared/model/assessment/standing.ts'
import type { Lack } from '#shared/model/assessment/standing.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import type { StoredCampaign } from './campaign.ts'

type Given = Row<'assessment_score'>

export interface ItemStanding {
  readonly id: string
  readonly item: Item
  readonly bonus: boolean
  readonly figure: Figure | undefined
  /** What the register gives; null where people score it. */
  readonly computed: Hundredths | null
  /** The last score of each rater. */
  readonly given: ReadonlyMap<Rater, Given>
  /** Every score ever given, oldest first. */
  readonly trail: readonly Given[]
}

export interface DepartmentStanding {
  readonly row: Row<'campaign_department'>
  /** In the order of the form. */
  readonly items: readonly ItemStanding[]
  readonly figures: ReadonlyMap<IndicatorCode, Figure>
  /** Marked by people, the last mark of each. */
  readonly marks: ReadonlyMap<string, Row<'assessment_veto'>>
  readonly fired: ReadonlySet<string>
  /** Undefined while a score is missing. */
  readonly result: Result | undefined
}

export const scoreBy = ({ computed, given }: ItemStanding, rater: Rater): Hundredths | undefined => standingScore({ computed, given: given.get(rater) ?? null })

/** What a rater still lacks for an item. */
export function lackBy({ item, bonus, computed, given }: ItemStanding, rater: Rater): Lack | undefined {
  const own = given.get(rater)
  return lackOf({ points: hundredthsOf(item.points), bonus, computed, given: own === undefined ? null : { score: own.score, reason: own.reason } })
}

export const doneBy = ({ items }: DepartmentStanding, rater: Rater): number => items.filter((item) => lackBy(item, rater) === undefined).length

/** How the departments of a campaign stand, or one of them. A campaign has some dozens of departments with some dozens of items. */
export async function readStandings(db: ReadableDatabase, { row, template }: StoredCampaign, only?: string): Promise<DepartmentStanding[]> {
  let departments = db.selectFrom('campaign_department as d').where('d.campaign_id', '=', row.id)
  if (only !== undefined) departments = departments.where('d.id', '=', only)
  const rows = await departments.selectAll('d').orderBy('d.position').execute()
  const items = await departments.innerJoin('campaign_item as i', 'i.campaign_department_id', 'd.id').selectAll('i').execute()
  const scores = await departments.innerJoin('campaign_item as i', 'i.campaign_department_id', 'd.id').innerJoin('assessment_score as s', 's.campaign_item_id', 'i.id').selectAll('s').execute()
  const figures = await departments.innerJoin('campaign_indicator as f', 'f.campaign_department_id', 'd.id').where('f.round', '=', row.round).selectAll('f').execute()
  const marks = await departments.innerJoin('assessment_veto as v', 'v.campaign_department_id', 'd.id').selectAll('v').execute()
  const [itemsBy, scoresBy, figuresBy, marksBy] = [
    Map.groupBy(items, (one) => one.campaign_department_id), Map.groupBy(scores.toSorted((a, b) => a.number - b.number), (one) => one.campaign_item_id),
    Map.groupBy(figures, (one) => one.campaign_department_id), Map.groupBy(marks.toSorted((a, b) => a.number - b.number), (one) => one.campaign_department_id),
  ]
  return rows.map((department) => standingOf(template, {
    row: department, items: itemsBy.get(department.id) ?? [], scoresBy, marks: marksBy.get(department.id) ?? [],
    figures: new Map((figuresBy.get(department.id) ?? []).map(({ indicator, counts, total }) => [indicator, { counts, all: total }])),
  }))
}

interface Stored {
  readonly row: Row<'campaign_department'>
  readonly items: readonly Row<'campaign_item'>[]
  readonly scoresBy: ReadonlyMap<string, readonly Given[]>
  readonly marks: readonly Row<'assessment_veto'>[]
  readonly figures: ReadonlyMap<IndicatorCode, Figure>
}

function standingOf(template: Template, { row, items, scoresBy, marks, figures }: Stored): DepartmentStanding {
  const idOf = new Map(items.map(({ code, id }) => [code, id]))
  const bonus = new Set(template.bonus.items.map(({ code }) => code))
  const standings = itemsOf(template).map((item): ItemStanding => {
    const id = idOf.get(item.code) ?? ''
    const given = scoresBy.get(id) ?? []
    const figure = item.computed === undefined ? undefined : figures.get(item.computed.indicator) ?? { counts: 0, all: 0 }
    // Later ones of the same rater take the place of earlier ones.
    return { id, item, bonus: bonus.has(item.code), figure, computed: figure === undefined ? null : computedScore(item, figure) ?? null, given: new Map(given.map((one) => [one.rater, one])), trail: given }
  })
  const lastMarks = new Map(marks.map((mark) => [mark.veto, mark]))
  const fired = new Set([...firedByFigures(template, figures), ...[...lastMarks.values()].filter(({ fires }) => fires === 1).map(({ veto }) => veto)])
  const scores = new Map(standings.map((item) => [item.item.code, Object.fromEntries(raters.flatMap((rater) => { const score = scoreBy(item, rater); return score === undefined ? [] : [[rater, score]] }))]))
  return { row, items: standings, figures, marks: lastMarks, fired, result: resultOf(template, scores, fired) }
}
