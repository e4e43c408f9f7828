import { sql } from 'kysely'
import { foldCode } from '#shared/model/codes/fold-code.ts'
import { pendingStates, writableStates } from '#shared/model/review/entry-states.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { ConfirmCode } from '#shared/model/states.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import type { Row } from '../../database/schema.ts'
import type { LinkValue, MeasureDraft, PointDraft, PowerDraft, Ref, StandingGrade } from '../draft/records.ts'
import type { RegisterDraft } from '../draft/register-draft.ts'
import type { Lookups } from './lookups.ts'

/** One bound value however many there are, so that one prepared statement serves every file. */
const listed = (values: readonly (string | number)[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** Reads what the rows ask for into an empty draft, in a fixed number of queries. */
export async function readStanding(db: ReadableDatabase, draft: RegisterDraft, lookups: Lookups): Promise<void> {
  await readPlaces(db, draft)
  const powers = await readPowers(db, draft, lookups)
  const wanted = powers.filter((power) => wantsPoints(power, lookups))
  const points = await readPoints(db, draft, wanted)
  await readMeasures(db, draft, points)
  await readLooseMeasures(db, draft, lookups.contentKeys)
}

function wantsPoints({ now }: PowerDraft, { nameKeysWithPoints, codesWithPoints, powerCodes }: Lookups): boolean {
  const named = nameKeysWithPoints.has(keyOf(now.name))
  const coded = now.code !== null && codesWithPoints.has(foldCode(now.code))
  // A catalogue's row with another code is going to bear the name of this power.
  const rival = now.code !== null && !powerCodes.has(now.code)
  return named || coded || rival
}

async function readPlaces(db: ReadableDatabase, draft: RegisterDraft): Promise<void> {
  const departments = await db.selectFrom('department').select(['id', 'name', 'name_key']).where('state', '=', 'in-force').execute()
  for (const { id, name, name_key: key } of departments) draft.departments.set(key, { ref: id, name, isNew: false })
  const posts = await db.selectFrom('post').select(['id', 'name', 'department_id']).where('state', '=', 'in-force').execute()
  for (const { id, name, department_id: departmentRef } of posts) draft.addPost({ ref: id, name, isNew: false, departmentRef })
}

async function readPowers(db: ReadableDatabase, draft: RegisterDraft, { powerCodes, powerNameKeys }: Lookups): Promise<PowerDraft[]> {
  const { rows } = await sql<Row<'power'>>`SELECT * FROM power WHERE state = 'in-force' AND id IN (
      SELECT id FROM power WHERE name_key IN ${listed(powerNameKeys)}
      UNION SELECT id FROM power WHERE code IS NOT NULL AND state = 'in-force' AND code IN ${listed([...powerCodes])}
    ) ORDER BY number`.execute(db)
  const ids = rows.map(({ id }) => id)
  const bases = await sql<{ power_id: string; text: string }>`SELECT power_id, text FROM legal_basis WHERE power_id IN ${listed(ids)} ORDER BY power_id, position`.execute(db)
  const steps = await sql<{ power_id: string; id: string; name: string }>`SELECT power_id, id, name FROM process_step WHERE power_id IN ${listed(ids)} ORDER BY power_id, position`.execute(db)
  const basesOf = Map.groupBy(bases.rows, (basis) => basis.power_id)
  const stepsOf = Map.groupBy(steps.rows, (step) => step.power_id)
  return rows.map((row) => draft.addPower(powerDraft(row, { bases: (basesOf.get(row.id) ?? []).map(({ text }) => text), steps: (stepsOf.get(row.id) ?? []).map(({ id, name }) => ({ ref: id, name })) })))
}

function powerDraft(row: Row<'power'>, { bases, steps }: { bases: string[]; steps: { ref: Ref; name: string }[] }): PowerDraft {
  const standing = {
    code: row.code, codeScheme: row.code_scheme, typeCode: row.type_code, name: row.name, subItem: row.sub_item, departmentId: row.department_id, postId: row.post_id,
    exercisedBy: row.exercised_by, statutoryLimit: row.statutory_limit, promisedLimit: row.promised_limit, feeBasis: row.fee_basis, publicity: row.publicity,
    discretion: row.discretion, benchmarkNo: row.benchmark_no, benchmarkCalibratedOn: row.benchmark_calibrated_on, duties: row.duties, liability: row.liability,
    remarks: row.remarks, threeMajors: row.three_majors === 1, pastCase: row.past_case === 1, legalBases: bases, steps,
  }
  return { ref: row.id, number: row.number, standing, now: { ...standing }, place: undefined, points: new Map(), measures: new Map(), listedAt: undefined }
}

async function readPoints(db: ReadableDatabase, draft: RegisterDraft, powers: readonly PowerDraft[]): Promise<Map<Ref, PointDraft>> {
  const byId = new Map(powers.map((power) => [power.ref, power]))
  const { rows } = await sql<Row<'risk_point'>>`SELECT * FROM risk_point WHERE state = 'in-force' AND power_id IN ${listed([...byId.keys()])} ORDER BY number`.execute(db)
  const { rows: links } = await sql<Row<'risk_point_measure'>>`SELECT * FROM risk_point_measure WHERE risk_point_id IN ${listed(rows.map(({ id }) => id))} ORDER BY risk_point_id, position, measure_id`.execute(db)
  const linksOf = Map.groupBy(links, (link) => link.risk_point_id)
  const firm = await firmlyGraded(db, rows.map(({ id }) => id))
  const points = new Map<Ref, PointDraft>()
  for (const row of rows) {
    const power = byId.get(row.power_id)
    if (power !== undefined) points.set(row.id, draft.addPoint(pointDraft(row, { power, links: linksOf.get(row.id) ?? [], firm: firm.has(row.id) })))
  }
  return points
}

/** Points on whose grade somebody decided: a person graded them, or the grade was accepted, even if a form has raised it since. */
async function firmlyGraded(db: ReadableDatabase, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`SELECT DISTINCT risk_point_id AS id FROM grading WHERE risk_point_id IN ${listed(ids)} AND (stage = 'accepted' OR source = 'person')`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

function pointDraft(row: Row<'risk_point'>, { power, links, firm }: { power: PowerDraft; links: readonly Row<'risk_point_measure'>[]; firm: boolean }): PointDraft {
  const standing = {
    departmentId: row.department_id, postId: row.post_id, stepId: row.step_id, categoryCode: row.category_code, title: row.title, manifestation: row.manifestation,
    existingRules: row.existing_rules, directOwner: row.direct_owner, departmentHead: row.department_head, responsibleLeader: row.responsible_leader,
    pastCase: row.past_case === 1, confirmCode: row.confirm_code as ConfirmCode | null,
  }
  const standingLinks = new Map<Ref, LinkValue>(links.map(({ measure_id: ref, position, basis }) => [ref, { position, basis }]))
  return {
    underReview: pendingStates.some((state) => state === row.entry_state),
    ref: row.id, number: row.number, standing, now: { ...standing }, place: undefined, power, key: row.manifestation_key, standingGrade: gradeOf(row, firm), grading: undefined,
    said: [], namedLeader: undefined, standingLinks, statedMeasures: new Map(), singleLinks: new Map(), links: standingLinks,
  }
}

function gradeOf({ grade_code: code, grade_rank: rank, grading_stage: stage, likelihood, consequence, entry_state: state }: Row<'risk_point'>, firm: boolean): StandingGrade | undefined {
  return code === null || rank === null || stage === null ? undefined : { code, rank, stage, likelihood, consequence, firm, settled: !writableStates.some((writable) => writable === state) }
}

async function readMeasures(db: ReadableDatabase, draft: RegisterDraft, points: ReadonlyMap<Ref, PointDraft>): Promise<void> {
  const ids = new Set([...points.values()].flatMap(({ standingLinks }) => [...standingLinks.keys()]))
  const { rows } = await sql<Row<'control_measure'>>`SELECT * FROM control_measure WHERE state = 'in-force' AND id IN ${listed([...ids])} ORDER BY number`.execute(db)
  const measures = new Map(rows.map((row) => [row.id, draft.addMeasure(measureDraft(row))]))
  for (const { power, standingLinks } of points.values()) {
    for (const ref of standingLinks.keys()) {
      const measure = measures.get(ref)
      if (measure !== undefined && !power.measures.has(measure.key)) power.measures.set(measure.key, measure)
    }
  }
}

async function readLooseMeasures(db: ReadableDatabase, draft: RegisterDraft, contentKeys: readonly string[]): Promise<void> {
  const { rows } = await sql<Row<'control_measure'>>`SELECT * FROM control_measure WHERE content_key IN ${listed(contentKeys)} AND state = 'in-force' AND risk_count = 0 ORDER BY number`.execute(db)
  for (const row of rows) if (!draft.looseMeasures.has(row.content_key)) draft.looseMeasures.set(row.content_key, draft.addMeasure(measureDraft(row)))
}

function measureDraft(row: Row<'control_measure'>): MeasureDraft {
  const standing = {
    departmentId: row.department_id, kindCode: row.kind_code, content: row.content, owner: row.owner, ownerPostId: row.owner_post_id, frequency: row.frequency, rhythmFrom: row.rhythm_from, term: row.term, dueOn: row.due_on, progress: row.progress,
    doneOn: row.done_on, remarks: row.remarks,
  }
  return { ref: row.id, number: row.number, standing, now: { ...standing }, place: undefined, key: row.content_key }
}
