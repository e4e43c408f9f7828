import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { chainProblems } from '#core/evidence/chain-problems.ts'
import { migrationHash } from '#core/database/migrate.ts'
import { register } from '#core/database/migrations/0001-register.ts'
import { applicationId } from '#core/database/pragmas.ts'
import { schemaProblems } from '#core/integrity/schema-problems.ts'
import { inTemporaryFolder, note, openAt } from '#test/core/database/register-folder.ts'

const at = '2025-03-01T02:00:00.000Z'

/** A register of the first version: one point graded twice, a frozen year, a log that nothing chains yet. */
function writeFirstVersion(file: string): void {
  const connection = new Database(file)
  connection.exec(`CREATE TABLE applied_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT; ${register.sql}`)
  connection.prepare('INSERT INTO applied_migration VALUES (1, ?, ?)').run(register.name, migrationHash(register))
  connection.pragma(`application_id = ${applicationId}`)
  connection.pragma('user_version = 1')
  connection.exec(`
    INSERT INTO scale VALUES ('three', '三级', 'Three', '[]', 1);
    INSERT INTO power (id, name, name_key, created_at, updated_at) VALUES ('power', '取水许可', '取水许可', '${at}', '${at}');
    INSERT INTO risk_point (id, power_id, manifestation, manifestation_key, created_at, updated_at) VALUES ('point', 'power', '走过场', '走过场', '${at}', '${at}');
    INSERT INTO grading_method VALUES ('method', 'choice', '选择', 'Choice', 1, '${at}');
    INSERT INTO grading_method_version VALUES ('version', 'method', 1, '{}', '', '${at}', '示例员');
    INSERT INTO method_in_force VALUES (1, 'version', '${at}', '示例员');
    INSERT INTO grading (id, risk_point_id, method_version_id, stage, factors, score, computed_grade, overrides, final_grade, final_rank, direction, source, graded_by, graded_at, graded_on)
      VALUES ('first', 'point', 'version', 'declared', '{}', 1.5, 'low', '[]', 'low', 1, 'same', 'person', '示例员', '${at}', '2025-03-01'),
             ('second', 'point', 'version', 'accepted', '{}', NULL, 'high', '[]', 'high', 3, 'same', 'person', '示例员', '${at}', '2025-03-01');
    INSERT INTO archive VALUES (1, 'year', 2024, '${at}', '示例员', 'x', 0);`)
  const entry = connection.prepare("INSERT INTO audit_entry (id, at, actor_kind, actor, action, entity, entity_id, after) VALUES (?, ?, 'person', '示例员', ?, ?, ?, ?)")
  entry.run('e1', at, 'power.create', 'power', 'power', '{"name":"取水许可"}')
  entry.run('e2', at, 'grading.declare', 'grading', 'point', '{"gradingId":"first"}')
  entry.run('e3', at, 'grading.accept', 'grading', 'point', '{"gradingId":"second"}')
  entry.run('e4', at, 'archive.freeze', 'archive', 'year', '{"year":2024}')
  entry.run('e5', at, 'power.change', 'power', 'power', '{"name":"取水许可审批"}')
  connection.close()
}

const sealsIn = (connection: InstanceType<typeof Database>) =>
  connection.prepare<[], { number: number; sealed: string | null }>('SELECT number, sealed FROM audit_entry ORDER BY number').all()
    .map(({ number, sealed }) => [number, (JSON.parse(sealed ?? '[]') as [string, string][]).map(([table, key]) => `${table} ${key}`)])

describe('a register from before the log was chained', () => {
  test('has every entry chained and every append-only row vouched for, by the entry that speaks of it or the last one', async () => {
    await inTemporaryFolder(async (folder) => {
      writeFirstVersion(join(folder, 'register.sqlite'))
      const core = await openAt(folder)
      const { connection } = core.database
      expect(sealsIn(connection)).toEqual([
        [1, []], [2, ['grading first']], [3, ['grading second']], [4, ['archive year']], [5, ['grading_method_version version', 'method_in_force 1']],
      ])
      expect(chainProblems(connection)).toEqual([])
      expect(schemaProblems(connection)).toEqual([])
      expect(() => connection.exec("UPDATE audit_entry SET actor = 'x'")).toThrow('append-only')
      await note(core, 'later')
      expect(chainProblems(connection)).toEqual([])
      await core.close()
    })
  })

  test('tells from then on what was changed in its old rows', async () => {
    await inTemporaryFolder(async (folder) => {
      writeFirstVersion(join(folder, 'register.sqlite'))
      const core = await openAt(folder)
      const { connection } = core.database
      connection.exec("DROP TRIGGER grading_keeps_what_was; UPDATE grading SET score = 1.75 WHERE id = 'first'")
      expect(chainProblems(connection)).toEqual([{ code: 'integrity.row-changed', params: { table: 'grading', key: 'first', number: 2 } }])
      await core.close()
    })
  })

  test('of which nothing was recorded yet is brought up to date too', async () => {
    await inTemporaryFolder(async (folder) => {
      const file = join(folder, 'register.sqlite')
      writeFirstVersion(file)
      const raw = new Database(file)
      raw.exec('DROP TRIGGER audit_stays; DELETE FROM audit_entry')
      raw.close()
      const core = await openAt(folder)
      expect(chainProblems(core.database.connection).map(({ code }) => code)).toContain('integrity.row-unsealed')
      await core.close()
    })
  })
})
