import type { Facts as OverrideFacts } from '#shared/model/grading/overrides.ts'
import type { ConfirmCode } from '#shared/model/states.ts'
import { keyOf } from '#shared/model/text-key.ts'
import { factsOf } from '../../grading/facts.ts'
import type { GradeFacts, PointFields, RiskFacts } from '../facts/facts.ts'
import type { RowCells } from '../facts/row-cells.ts'
import { decideGrade, standingOf } from './decide-grade.ts'
import type { GradeAnswer } from './decide-grade.ts'
import { findNamedPower } from './find-power.ts'
import { mergeMeasures } from './merge-measures.ts'
import { addStepTo } from './merge-power.ts'
import { placeIn, rowParams, settlePower } from './merging.ts'
import type { Merging } from './merging.ts'
import { takeOver } from './records.ts'
import type { PointDraft, PointValues, PowerDraft } from './records.ts'
import { splitGrades } from './split-grade.ts'

/** Merges a row about one risk point, or about all points of a power. A row that is refused leaves no trace. */
export function mergeRisk(merging: Merging, cells: RowCells, facts: RiskFacts): void {
  const keys = facts.manifestations.map((text) => keyOf(text))
  const found = findNamedPower(merging.draft, facts.power, keys)
  const standing = keys.map((key) => found.power?.points.get(key))
  const grades = gradesFor(facts, standing)
  for (const [index, point] of standing.entries()) refuseContradiction(cells, point, { facts, grade: grades[index]?.facts?.stated })
  const answers = grades.map(({ facts: grade }, index) => (grade === undefined ? undefined : answerTo({ merging, cells, power: found.power, point: standing[index], grade })))
  for (const answer of answers) if (answer?.kind === 'refused') cells.refuse(answer.code, 'grade', answer.params)
  if (cells.refused) return
  const power = powerFor(merging, cells, { facts, power: found.power })
  const stepId = facts.step === '' ? undefined : addStepTo(power, facts.step, () => merging.draft.planStep(facts.step).ref)
  sayRepeats(cells, standing)
  const points = facts.manifestations.map((manifestation, index) => {
    const point = standing[index] ?? merging.draft.planPoint(power, manifestation, cells.place)
    mergePoint(merging, cells, { point, facts, stepId, isNew: standing[index] === undefined })
    settleGrade(point, { answer: answers[index], guessed: grades[index]?.guessed ?? false, explicit: facts.grade?.stated !== undefined, several: found.several, isNew: standing[index] === undefined, open: facts.confirm })
    return point
  })
  sayOfRow(cells, { points, answers, guessed: grades.some(({ guessed }) => guessed), placedByName: found.several && standing.includes(undefined), facts })
  mergeMeasures(merging, cells, { power, points, facts })
}

interface PointGrade { readonly facts: GradeFacts | undefined; readonly guessed: boolean }

function gradesFor({ grade, mixedGrade, manifestations }: RiskFacts, standing: readonly (PointDraft | undefined)[]): PointGrade[] {
  if (mixedGrade.length === 0) return manifestations.map(() => ({ facts: grade, guessed: false }))
  const split = splitGrades(mixedGrade, standing.map((point) => standingOf(point)?.code))
  return split.grades.map((stated, index) => ({
    facts: stated === undefined ? undefined : { stated, factors: new Map(), reason: '' },
    guessed: split.guessed[index] ?? false,
  }))
}

/** The same point twice in one file must not have two grades or two departments. */
function refuseContradiction(cells: RowCells, point: PointDraft | undefined, { facts, grade }: { facts: RiskFacts; grade: string | undefined }): void {
  const departmentKey = keyOf(facts.department)
  const otherGrade = point?.said.find((earlier) => earlier.grade !== undefined && grade !== undefined && earlier.grade !== grade)
  if (otherGrade !== undefined) cells.refuse('row.contradicts', 'grade', rowParams(otherGrade.place))
  const otherDepartment = point?.said.find((earlier) => earlier.departmentKey !== '' && departmentKey !== '' && earlier.departmentKey !== departmentKey)
  if (otherDepartment !== undefined) cells.refuse('row.contradicts', 'department', rowParams(otherDepartment.place))
}

interface GradeOfPoint { merging: Merging; cells: RowCells; power: PowerDraft | undefined; point: PointDraft | undefined; grade: GradeFacts }

function answerTo({ merging, cells, power, point, grade }: GradeOfPoint): GradeAnswer {
  const { sheet, row } = cells.place
  return decideGrade({ facts: grade, point, power: overrideFacts(power, point), methods: merging.draft.methods, words: merging.words, source: `${merging.fileName} · ${sheet} · ${row}` })
}

function overrideFacts(power: PowerDraft | undefined, point: PointDraft | undefined): OverrideFacts {
  return factsOf({
    power_type: power?.now.typeCode ?? null,
    discretion: power?.now.discretion ?? 'unknown',
    benchmark_no: power?.now.benchmarkNo ?? null,
    three_majors: power?.now.threeMajors === true ? 1 : 0,
    power_past_case: power?.now.pastCase === true ? 1 : 0,
    point_past_case: point?.now.pastCase === true ? 1 : 0,
  })
}

function powerFor(merging: Merging, cells: RowCells, { facts, power }: { facts: RiskFacts; power: PowerDraft | undefined }): PowerDraft {
  const settled = settlePower(merging, power, { ref: facts.power, place: cells.place })
  if (power === undefined) cells.note('power.created-by-name', undefined, { name: settled.now.name })
  if (settled.now.departmentId === null && facts.department !== '') takeOver(settled, placeIn(merging, cells, { now: settled.now, department: facts.department, post: '' }))
  return settled
}

interface PointMerge { point: PointDraft; facts: RiskFacts; stepId: string | undefined; isNew: boolean }

function mergePoint(merging: Merging, cells: RowCells, { point, facts, stepId, isNew }: PointMerge): void {
  point.place ??= cells.place
  if (isNew && facts.department === '') point.now.departmentId = point.power.now.departmentId
  const placed = placeIn(merging, cells, { now: point.now, department: facts.department, post: facts.post })
  const before = { ...point.now }
  takeOver<PointValues>(point, { ...fieldsOf(facts.fields), ...placed, ...(stepId === undefined ? {} : { stepId }) })
  if (point.underReview && JSON.stringify(before) !== JSON.stringify(point.now)) {
    Object.assign(point.now, before)
    cells.note('point.under-review', undefined, { number: point.number })
  }
  point.namedLeader = facts.fields.responsibleLeader ?? point.namedLeader
  point.said.push({ place: cells.place, grade: facts.grade?.stated, departmentKey: keyOf(facts.department) })
}

const fieldsOf = (fields: Partial<PointFields>): Partial<PointValues> => fields

interface Settling { answer: GradeAnswer | undefined; guessed: boolean; explicit: boolean; several: boolean; isNew: boolean; open: ConfirmCode | undefined }

/** A grade stated for the very point closes the question a split left open; where it belongs may then still be one. */
function settleGrade(point: PointDraft, { answer, guessed, explicit, several, isNew, open }: Settling): void {
  if (answer?.kind === 'grade') point.grading = answer.grading
  if (open !== undefined) point.now.confirmCode = isNew ? open : point.now.confirmCode
  else if (guessed) point.now.confirmCode = 'grade.split'
  else if (explicit && point.now.confirmCode === 'grade.split') point.now.confirmCode = several ? 'power.ambiguous' : null
  else if (isNew && several) point.now.confirmCode = 'power.ambiguous'
}

function sayRepeats(cells: RowCells, standing: readonly (PointDraft | undefined)[]): void {
  const earlier = standing.map((point) => point?.said.at(-1)?.place)
  const [first] = earlier
  if (first !== undefined && earlier.every((place) => place !== undefined)) cells.note('row.repeats', undefined, rowParams(first))
}

interface RowSentences { points: readonly PointDraft[]; answers: readonly (GradeAnswer | undefined)[]; guessed: boolean; placedByName: boolean; facts: RiskFacts }

function sayOfRow(cells: RowCells, { points, answers, guessed, placedByName, facts }: RowSentences): void {
  if (guessed) cells.confirm('grade.split', 'grade', { word: cells.text('grade'), points: points.length })
  else if (facts.mixedGrade.length > 0 && answers.every((answer) => answer === undefined)) cells.note('grade.as-standing', 'grade', { word: cells.text('grade') })
  if (placedByName) cells.confirm('power.ambiguous', undefined, { name: facts.power.name })
  const note = answers.find((answer) => answer !== undefined && answer.kind !== 'refused' && answer.note !== undefined)
  if (note?.kind !== 'refused' && note?.note !== undefined) cells.note(note.note, undefined)
}
