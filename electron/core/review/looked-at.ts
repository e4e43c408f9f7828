import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '../archive/canonical-json.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { RowToSeal } from '../evidence/sealed-tables.ts'

/** What somebody who judges an entry has before him. Every field is material: when one changes, the entry is looked at again. */
export interface LookedAt {
  readonly riskPoint: Readonly<Record<string, unknown>>
  readonly power: Readonly<Record<string, unknown>>
  readonly measures: readonly Readonly<Record<string, unknown>>[]
}

export interface Snapshot { readonly hash: string; readonly content: LookedAt }

/** What there is to look at now, by risk point. At most some hundred points at once. */
export async function snapshotsOf(db: ReadableDatabase, ids: readonly string[]): Promise<Map<string, Snapshot>> {
  const points = await pointsOf(db, ids)
  const powerIds = [...new Set(points.map((point) => point.powerId))]
  const bases = await db.selectFrom('legal_basis').select(['power_id', 'text']).where('power_id', 'in', powerIds).orderBy('position').orderBy('id').execute()
  const steps = await db.selectFrom('process_step').select(['power_id', 'name']).where('power_id', 'in', powerIds).orderBy('position').orderBy('id').execute()
  const [basesOf, stepsOf] = [Map.groupBy(bases, (row) => row.power_id), Map.groupBy(steps, (row) => row.power_id)]
  const measures = Map.groupBy(await measuresOf(db, ids), (row) => row.riskPointId)
  return new Map(points.map(({ id, powerId, powerName, powerCode, typeCode, discretion, benchmarkNo, benchmarkCalibratedOn, threeMajors, powerPastCase, ...riskPoint }) => {
    const content: LookedAt = {
      riskPoint,
      power: {
        id: powerId, name: powerName, code: powerCode, typeCode, discretion, benchmarkNo, benchmarkCalibratedOn, threeMajors, pastCase: powerPastCase,
        legalBases: (basesOf.get(powerId) ?? []).map(({ text }) => text), steps: (stepsOf.get(powerId) ?? []).map(({ name }) => name),
      },
      measures: (measures.get(id) ?? []).map(({ riskPointId: _point, ...measure }) => measure),
    }
    return [id, { hash: createHash('sha256').update(canonicalJson(content)).digest('hex'), content }]
  }))
}

const pointsOf = (db: ReadableDatabase, ids: readonly string[]) =>
  db.selectFrom('risk_point as r').innerJoin('power as p', 'p.id', 'r.power_id').leftJoin('process_step as s', 's.id', 'r.step_id')
    .select([
      'r.id', 'r.power_id as powerId', 'r.department_id as departmentId', 'r.post_id as postId', 's.name as stepName', 'r.category_code as categoryCode',
      'r.title', 'r.manifestation', 'r.existing_rules as existingRules', 'r.direct_owner as directOwner', 'r.past_case as pastCase',
      'p.name as powerName', 'p.code as powerCode', 'p.type_code as typeCode', 'p.discretion', 'p.benchmark_no as benchmarkNo',
      'p.benchmark_calibrated_on as benchmarkCalibratedOn', 'p.three_majors as threeMajors', 'p.past_case as powerPastCase',
    ]).where('r.id', 'in', ids).execute()

const measuresOf = (db: ReadableDatabase, ids: readonly string[]) =>
  db.selectFrom('risk_point_measure as l').innerJoin('control_measure as m', 'm.id', 'l.measure_id')
    .select([
      'l.risk_point_id as riskPointId', 'm.id', 'm.kind_code as kindCode', 'm.content', 'm.owner', 'm.owner_post_id as ownerPostId', 'm.term', 'm.frequency',
      // Of a recurring measure the day moves by itself; how often it is carried out is what matters.
      sql<string | null>`iif(m.frequency IS NULL, m.due_on, NULL)`.as('dueOn'),
    ])
    .where('l.risk_point_id', 'in', ids).where('m.state', '=', 'in-force').orderBy('l.position').orderBy('m.number').execute()

/**
 * Keeps a snapshot, once, whoever looks at the same again.
 * @returns what the entry of the decision has to seal: the snapshot where it is new
 */
export async function keepSnapshot(change: Change, { hash, content }: Snapshot): Promise<RowToSeal[]> {
  const kept = await change.db.insertInto('review_snapshot').values({ hash, content: canonicalJson(content) }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === 0n ? [] : [{ table: 'review_snapshot', key: hash }]
}
