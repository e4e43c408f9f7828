import type { Database as Connection, Statement } from 'better-sqlite3'
import { keyOf } from '#shared/model/text-key.ts'
import { indexText } from '#core/search/bigrams.ts'
import { countTotals } from '#core/integrity/totals.ts'
import { uuidV7Generator } from '#core/environment.ts'
import { seeded } from './random.ts'
import type { Random } from './random.ts'
import { manifestation, measureText, powerName } from './words.ts'

const stamp = '2026-01-05T01:00:00.000Z'
const likelihoods = [10, 6, 3, 1] as const
const consequences = [100, 40, 15, 7] as const
const categories = ['思想道德', '岗位职责', '业务流程', '制度机制', '外部环境'] as const

interface Writer {
  connection: Connection
  /** Prepared once: preparing also compiles the triggers. */
  run(sql: string, ...values: unknown[]): number | bigint
  random: Random
  newId: () => string
  categoryCodes: readonly string[]
  typeCodes: readonly string[]
  methodVersionId: string
}

/**
 * Fills a register that has been set up, in the proportions of real ones: 4.1 points a power, 3 steps a power, 1.5
 * measures a point, about a fifth of the points of the heaviest grade and half of the lightest. What triggers keep is
 * written as they would have kept it, and indexes are built when everything is there: both would cost hours at a million.
 */
export function generate(connection: Connection, points: number): void {
  const writer = writerFor(connection, points)
  const put = setAside(connection)
  connection.pragma('foreign_keys = OFF')
  connection.transaction(() => {
    const departments = enterDepartments(writer, Math.max(6, Math.min(400, Math.round(points / 250))))
    const powers = enterPowers(writer, Math.round(points / 4.1), departments)
    for (let number = 1; number <= points; number++) enterPoint(writer, number, powers[writer.random.below(powers.length)] ?? fail())
    put('index')
    connection.exec("UPDATE power SET risk_count = (SELECT count(*) FROM risk_point AS r WHERE r.power_id = power.id AND r.state = 'in-force')")
    countTotals(connection, 'all')
    put('trigger')
  })()
  connection.pragma('foreign_keys = ON')
}

/** Drops the triggers, and the indexes that no rule of uniqueness needs, and answers how to put them back. */
function setAside(connection: Connection): (type: 'index' | 'trigger') => void {
  const made = connection.prepare<[], { type: string; name: string; sql: string }>("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid").all()
  const statistics = connection.prepare<[], unknown[]>('SELECT tbl, idx, stat FROM sqlite_stat1').raw().all()
  for (const { type, name } of made) connection.exec(`DROP ${type} "${name}"`)
  return (type) => {
    for (const { sql } of made.filter((one) => one.type === type)) connection.exec(sql)
    if (type === 'trigger') return
    // Dropping an index forgets what the planner was told about it.
    connection.exec('DELETE FROM sqlite_stat1')
    const tell = connection.prepare('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)')
    for (const row of statistics) tell.run(row)
  }
}

interface Power { id: string; departmentId: string; name: string; steps: readonly string[] }

function writerFor(connection: Connection, points: number): Writer {
  const codes = (kind: string) => connection.prepare<[string], { code: string }>('SELECT code FROM vocabulary WHERE kind = ? ORDER BY position').all(kind).map((row) => row.code)
  const version = connection.prepare<[], { id: string }>("SELECT v.id FROM grading_method_version v JOIN grading_method m ON m.id = v.method_id WHERE m.code = 'product'").get()
  const prepared = new Map<string, Statement>()
  const run = (sql: string, ...values: unknown[]): number | bigint => {
    const statement = prepared.get(sql) ?? connection.prepare(sql)
    prepared.set(sql, statement)
    return statement.run(...values).lastInsertRowid
  }
  return {
    connection, run, random: seeded(points), newId: uuidV7Generator(Date.now), categoryCodes: codes('risk-category').slice(0, categories.length),
    typeCodes: codes('power-type'), methodVersionId: version?.id ?? fail(),
  }
}

function enterDepartments({ connection, newId }: Writer, count: number): string[] {
  const organisation = connection.prepare<[], { id: string }>('SELECT id FROM organisation').get()?.id ?? fail()
  const insert = connection.prepare('INSERT INTO department (id, organisation_id, name, name_key, position, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)')
  return Array.from({ length: count }, (_, index) => {
    const id = newId()
    const name = `第${index + 1}业务科`
    insert.run(id, organisation, name, keyOf(name), index + 1, stamp, stamp)
    return id
  })
}

function enterPowers({ connection, random, newId, typeCodes }: Writer, count: number, departments: readonly string[]): Power[] {
  const insert = connection.prepare('INSERT INTO power (id, department_id, type_code, code, name, name_key, discretion, created_at, updated_at, step_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 3)')
  const text = connection.prepare('INSERT INTO power_text (rowid, name, code, basis) VALUES (?, ?, ?, ?)')
  const step = connection.prepare('INSERT INTO process_step (id, power_id, position, name, name_key) VALUES (?, ?, ?, ?, ?)')
  return Array.from({ length: count }, (_, index) => {
    const [id, code] = [newId(), `GX-${String(index + 1).padStart(6, '0')}`]
    const [name, departmentId] = [powerName(random, index + 1), departments[random.below(departments.length)] ?? fail()]
    const { lastInsertRowid } = insert.run(id, departmentId, typeCodes[random.below(typeCodes.length)], code, name, keyOf(name), random.next() < 0.7 ? 'yes' : 'no', stamp, stamp)
    text.run(lastInsertRowid, indexText([name]), indexText([code]), '')
    const steps = ['受理', '审查', '决定'].map((label, position) => { const stepId = newId(); step.run(stepId, id, position, label, label); return stepId })
    return { id, departmentId, name, steps }
  })
}

function enterPoint(writer: Writer, number: number, power: Power): void {
  const { run, random, newId } = writer
  const id = newId()
  const words = manifestation(random, number)
  const category = writer.categoryCodes[random.below(writer.categoryCodes.length)] ?? null
  const step = power.steps[random.below(3)] ?? null
  const grading = drawGrading(random)
  const { likelihood, consequence, grade, rank } = grading
  const gradingId = newId()
  const measures = number % 2 === 0 ? 3 : 0
  const row = run(`INSERT INTO risk_point (id, power_id, department_id, step_id, category_code, manifestation, manifestation_key, measure_count, grading_id, grading_version_id, grade_code, grade_rank, grading_stage,
    likelihood, consequence, entry_grade, entry_grade_rank, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'accepted', ?, ?, ?, ?, ?, ?)`,
    id, power.id, power.departmentId, step, category, words, keyOf(words), measures, gradingId, writer.methodVersionId, grade, rank, likelihood, consequence, grade, rank, stamp, instant(number))
  enterGrading(writer, { gradingId, id, grading })
  run('INSERT INTO risk_point_text (rowid, power_name, title, manifestation) VALUES (?, ?, ?, ?)', row, indexText([power.name]), '', indexText([words]))
  for (let position = 0; position < measures; position++) enterMeasure(writer, { riskPointId: id, departmentId: power.departmentId, position, number: number * 3 + position })
}

const instant = (number: number): string => new Date(Date.UTC(2026, 0, 5) + number * 1000).toISOString()

interface Grading { likelihood: number; consequence: number; score: number; grade: string; rank: number }

/** Weighted so that grades come out near 19 % heaviest, 31 % middle, 50 % lightest. */
function drawGrading(random: Random): Grading {
  const likelihood = random.pick(likelihoods)
  const consequence = random.next() < 0.35 ? random.pick([100, 40]) : random.pick(consequences)
  const score = likelihood * consequence
  const [grade, rank] = score >= 240 ? (['high', 3] as const) : score >= 90 ? (['medium', 2] as const) : (['low', 1] as const)
  return { likelihood, consequence, score, grade, rank }
}

function enterGrading({ run, methodVersionId }: Writer, { gradingId, id, grading: { likelihood, consequence, score, grade, rank } }: { gradingId: string; id: string; grading: Grading }): void {
  run("INSERT INTO grading (id, risk_point_id, method_version_id, stage, factors, score, computed_grade, overrides, final_grade, final_rank, direction, source, graded_by, graded_at, graded_on) VALUES (?, ?, ?, 'accepted', ?, ?, ?, '[]', ?, ?, 'same', 'person', 'bench', ?, '2026-01-05')",
    gradingId, id, methodVersionId, JSON.stringify({ likelihood, consequence }), score, grade, grade, rank, stamp)
}

interface NewMeasure { riskPointId: string; departmentId: string; position: number; number: number }

function enterMeasure({ run, random, newId }: Writer, { riskPointId, departmentId, position, number }: NewMeasure): void {
  const id = newId()
  const words = measureText(random, number)
  const due = random.next() < 0.4 ? `2026-${String(random.below(12) + 1).padStart(2, '0')}-28` : null
  const row = run("INSERT INTO control_measure (id, department_id, content, content_key, owner, due_on, term, risk_count, created_at, updated_at) VALUES (?, ?, ?, ?, '科室负责人', ?, ?, 1, ?, ?)",
    id, departmentId, words, keyOf(words), due, due === null ? 'long-term' : 'dated', stamp, stamp)
  run('INSERT INTO control_measure_text (rowid, content_text, owner) VALUES (?, ?, ?)', row, indexText([words]), indexText(['科室负责人']))
  run("INSERT INTO risk_point_measure (risk_point_id, measure_id, position, basis) VALUES (?, ?, ?, 'stated')", riskPointId, id, position)
}

function fail(): never {
  throw new Error('the register has not been set up')
}
