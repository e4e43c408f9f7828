import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { migrate, migrationHash } from '#core/database/migrate.ts'
import { migrations } from '#core/database/migrations/index.ts'
import { applicationId } from '#core/database/pragmas.ts'
import { verifySteps } from '#core/integrity/verify-steps.ts'
import { assignPost } from '#core/people/holdings.ts'
import { finish } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import { names, one, outcome, withStory } from '#test/core/review/review-story.ts'
import type { Story } from '#test/core/review/review-story.ts'

type Connection = InstanceType<typeof Database>
const before = 2

/** Everything the version before knew: measures with and without owner or day, gradings, a review, files, people, a frozen year. */
async function work({ as, sample, point, ids }: Story): Promise<void> {
  const { register } = sample
  const { measures, attachments, review } = as(names.officer)
  await register.change((change) => assignPost(change, { postId: sample.approvalPost, personId: ids.get(names.officer) ?? '', since: '2026-01-01', until: null, alongside: false }))
  const points = [await point('high'), await point('low'), await point('medium')]
  const first = await measures.get({ id: sample.measure })
  await measures.save({ items: [{ id: sample.measure, revision: first.revision, patch: { owner: '股长', dueOn: '2026-05-01', riskPointIds: points } }] })
  const gone = await measures.create({ content: '不再采用', departmentId: sample.approvals })
  await measures.withdraw({ ids: [gone.id] })
  await measures.create({ content: '双人核查', departmentId: sample.approvals })
  await attachments.add({ entity: 'control-measure', entityId: sample.measure, file: new File(['制度'], '制度.pdf'), secrecy: 'internal' })
  await outcome(review.submit({ selection: one(points[0] ?? '') }))
  await finish(freezeYear(register.core, officer, 2026))
  await register.database.keepHead('backup')
}

interface Table { readonly name: string; readonly columns: string }

/** Tables of a connection with their stored columns; rows of a search index lie in its own tables. */
function tablesOf(connection: Connection): Table[] {
  const tables = connection.prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name").pluck().all()
  const columns = connection.prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0')
  return tables.map((name) => ({ name, columns: columns.pluck().all(name).map((column) => `"${column}"`).join(', ') }))
}

/** The same register as the version before would have written it, in a file of its own. */
function writtenBefore(file: string, source: string): void {
  const connection = new Database(file)
  connection.exec('CREATE TABLE applied_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT')
  for (const step of migrations.slice(0, before)) {
    connection.exec(step.sql)
    connection.prepare('INSERT INTO applied_migration VALUES (?, ?, ?)').run(step.version, step.name, migrationHash(step))
  }
  const guards = connection.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of guards) connection.exec(`DROP TRIGGER ${name}`)
  connection.pragma('foreign_keys = OFF')
  // The tables behind a search index are else written by SQLite alone.
  connection.unsafeMode(true)
  connection.prepare('ATTACH ? AS now').run(source)
  for (const { name, columns } of tablesOf(connection).filter((table) => table.name !== 'applied_migration')) {
    connection.exec(`DELETE FROM main."${name}"; INSERT INTO main."${name}" (${columns}) SELECT ${columns} FROM now."${name}"`)
  }
  connection.exec('DETACH now')
  for (const { sql } of guards) connection.exec(sql)
  connection.pragma(`application_id = ${applicationId}`)
  connection.pragma(`user_version = ${before}`)
  connection.close()
}

const rowsOf = (connection: Connection, tables: readonly Table[]) => new Map(tables.map(({ name, columns }) => [name, connection.prepare<[], unknown[]>(`SELECT ${columns} FROM "${name}"`).raw().all()]))

test('a register of the version before, with a year of work in it, comes through whole and sound', () => withStory(async (story) => {
  await work(story)
  const { core, database } = story.sample.register
  database.connection.pragma('wal_checkpoint(TRUNCATE)')
  const file = join(core.folder.root, 'before.db')
  writtenBefore(file, core.folder.database)
  const connection = new Database(file)
  const tables = tablesOf(connection).filter(({ name }) => name !== 'applied_migration')
  const was = rowsOf(connection, tables)
  for (const table of ['control_measure', 'grading', 'review_decision', 'attachment', 'post_holding', 'archive_row', 'audit_entry']) expect([table, was.get(table)?.length]).not.toEqual([table, 0])
  migrate(connection)
  expect(connection.pragma('user_version', { simple: true })).toBe(migrations.length)
  const now = rowsOf(connection, tables)
  for (const { name } of tables) expect(now.get(name), name).toEqual(was.get(name))
  // The set-up of today seals the supplied templates, which the version before did not have.
  const problems = verifySteps.flatMap(({ find }) => find(connection, { folder: { ...core.folder, database: file }, against: [] }))
  expect(problems.filter(({ params: { table } }) => table !== 'assessment_template_version')).toEqual([])
  // What was there goes on as if it had been entered today.
  connection.exec("UPDATE control_measure SET progress = 'in-force', owner = NULL WHERE number = 1; UPDATE risk_point SET grading_id = NULL WHERE number = 1")
  expect(connection.prepare('SELECT grading_version_id FROM risk_point WHERE number = 1').pluck().get()).toBeNull()
  connection.close()
}))
