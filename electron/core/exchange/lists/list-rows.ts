import { sql } from 'kysely'
import type { MeasureDetail } from '#shared/contract/measures.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import type { ListedPower } from '../../powers/each-power.ts'
import type { ListedRiskPoint } from '../../risks/each-risk-point.ts'
import { splitMeasures, splitNumberedItems } from '../../workbooks/cells/split-items.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Words } from '../facts/words.ts'
import { joinItems } from './join-items.ts'
import type { ListRow } from './list-columns.ts'

const plain = (value: string | number | null): string => (value === null ? '' : String(value))
const labelled = (words: { label(code: string): string }, code: string | null): string => (code === null ? '' : words.label(code))
const flag = ({ yesNo }: Words, value: boolean): string => yesNo.label(value ? 'yes' : 'no')

export function powerRow(power: ListedPower, words: Words): ListRow {
  return {
    serial: plain(power.number),
    code: plain(power.code),
    type: labelled(words.powerType, power.typeCode),
    name: power.name,
    subItem: power.subItem,
    legalBasis: joinItems(power.legalBases, splitMeasures) ?? '',
    exercisedBy: plain(power.exercisedBy),
    department: plain(power.departmentName),
    post: plain(power.postName),
    statutoryLimit: plain(power.statutoryLimit),
    promisedLimit: plain(power.promisedLimit),
    feeBasis: plain(power.feeBasis),
    publicity: plain(power.publicity),
    discretion: power.discretion === 'unknown' ? '' : words.discretion.label(power.discretion),
    remarks: plain(power.remarks),
    codeScheme: plain(power.codeScheme),
    benchmarkNo: plain(power.benchmarkNo),
    benchmarkDate: plain(power.benchmarkCalibratedOn),
    responsibilities: plain(power.duties),
    accountability: plain(power.liability),
    steps: joinItems(power.steps, splitNumberedItems) ?? '',
    threeMajors: flag(words, power.threeMajors),
    pastCase: flag(words, power.pastCase),
  }
}

export async function riskRows(db: ReadableDatabase, points: readonly ListedRiskPoint[], words: Words): Promise<ListRow[]> {
  const lowered = await loweredByHand(db, points.map(({ id }) => id))
  return points.map((point) => riskRow(point, words, !lowered.has(point.id)))
}

function riskRow(point: ListedRiskPoint, words: Words, withFactors: boolean): ListRow {
  const contents = (basis: 'stated' | 'shared'): string | undefined => joinItems(point.controlMeasures.filter((measure) => measure.basis === basis).map(({ content }) => content), splitMeasures)
  const [stated, shared] = [contents('stated'), contents('shared')]
  // A list of measures that leaves some out would be read as all there are; they stand in the list of measures.
  const complete = stated !== undefined && shared !== undefined
  return {
    serial: plain(point.number),
    department: plain(point.departmentName),
    post: plain(point.postName),
    code: plain(point.powerCode),
    name: point.powerName,
    subItem: point.powerSubItem,
    step: plain(point.stepName),
    category: labelled(words.riskCategory, point.categoryCode),
    title: plain(point.title),
    manifestation: point.manifestation,
    grade: labelled(words.grade, point.gradeCode),
    likelihood: withFactors ? plain(point.likelihood) : '',
    consequence: withFactors ? plain(point.consequence) : '',
    existingRules: plain(point.existingRules),
    measures: complete ? stated : '',
    sharedMeasures: complete ? shared : '',
    directOwner: plain(point.directOwner),
    departmentHead: plain(point.departmentHead),
    responsibleLeader: plain(point.responsibleLeader),
    pastCase: flag(words, point.pastCase),
    confirm: labelled(words.confirm, point.confirmCode),
    expectedGrade: labelled(words.grade, point.expectedGrade),
    verifiedGrade: labelled(words.grade, point.verifiedGrade),
  }
}

/** Points whose grade somebody lowered with an approver: their factors beside the grade would read as a contradiction. */
async function loweredByHand(db: ReadableDatabase, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`SELECT r.id FROM risk_point AS r JOIN grading AS g ON g.id = r.grading_id
    WHERE r.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND g.direction = 'lowered'`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

interface Served { measureId: string; basis: 'stated' | 'shared'; code: string | null; name: string; subItem: string; manifestation: string }

/** One row for each risk point a measure serves; one for a measure that serves none. */
export async function measureRows(db: ReadableDatabase, measures: readonly MeasureDetail[], words: Words): Promise<ListRow[]> {
  const { rows } = await sql<Served>`SELECT l.measure_id AS measureId, l.basis, p.code, p.name, p.sub_item AS subItem, r.manifestation
    FROM risk_point_measure AS l JOIN risk_point AS r ON r.id = l.risk_point_id JOIN power AS p ON p.id = r.power_id
    WHERE l.measure_id IN (SELECT value FROM json_each(${JSON.stringify(measures.map(({ id }) => id))})) AND r.state = 'in-force'
    ORDER BY l.measure_id, r.number`.execute(db)
  const served = Map.groupBy(rows, ({ measureId }) => measureId)
  return measures.flatMap((measure) => {
    const own = measureRow(measure, words)
    return served.get(measure.id)?.map((point) => ({ ...own, ...servedCells(point, words) })) ?? [own]
  })
}

function measureRow(measure: MeasureDetail, words: Words): ListRow {
  const t = translator(words.locale)
  return {
    serial: plain(measure.number),
    department: plain(measure.departmentName),
    measure: measure.content,
    measureKind: labelled(words.measureKind, measure.kindCode),
    responsible: plain(measure.owner),
    ownerDepartment: plain(measure.ownerPostDepartment),
    ownerPost: plain(measure.ownerPostName),
    frequency: labelled(words.frequency, measure.frequency),
    rhythmFrom: plain(measure.rhythmFrom),
    dueDate: measure.term === 'long-term' ? t('term.long-term', { ns: 'states' }) : plain(measure.dueOn),
    progress: words.progress.label(measure.progress),
    doneOn: plain(measure.doneOn),
    lastExecuted: plain(measure.lastDoneOn),
    executions: plain(measure.executionCount),
    effectiveness: measure.effectiveness === null ? '' : t(`effectiveness.${measure.effectiveness}`, { ns: 'states' }),
    daysLate: measure.overdue ? plain(measure.daysLate) : '',
    remarks: plain(measure.remarks),
  }
}

const servedCells = ({ code, name, subItem, manifestation, basis }: Served, words: Words): ListRow => ({ code: plain(code), name, subItem, manifestation, basis: words.basis.label(basis) })
