import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrationHash } from '#core/database/migrate.ts'
import { register } from '#core/database/migrations/0001-register.ts'
import { peopleReviewEvidence } from '#core/database/migrations/0002-people-review-evidence/index.ts'
import { applicationId } from '#core/database/pragmas.ts'
import { consistencySummary } from '#core/consistency/summary.ts'
import { inTemporaryFolder, openAt } from '#test/core/database/register-folder.ts'

const at = '2025-03-01T02:00:00.000Z'

/** A register of the version before: a point graded by a version that is no longer in force, one by the one that is, one not graded. */
function writeVersionBefore(file: string): void {
  const connection = new Database(file)
  connection.exec('CREATE TABLE applied_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT')
  for (const step of [register, peopleReviewEvidence]) {
    connection.exec(step.sql)
    step.run?.work(connection)
    connection.prepare('INSERT INTO applied_migration VALUES (?, ?, ?)').run(step.version, step.name, migrationHash(step))
  }
  connection.pragma(`application_id = ${applicationId}`)
  connection.pragma('user_version = 2')
  const point = (id: string, version: string | null) => `INSERT INTO risk_point (id, power_id, category_code, manifestation, manifestation_key, created_at, updated_at) VALUES ('${id}', 'power', 'x', '${id}', '${id}', '${at}', '${at}');
    ${version === null ? '' : `INSERT INTO grading (id, risk_point_id, method_version_id, stage, factors, computed_grade, overrides, final_grade, final_rank, direction, source, graded_by, graded_at, graded_on)
      VALUES ('g-${id}', '${id}', '${version}', 'declared', '{}', 'low', '[]', 'low', 1, 'same', 'person', '示例员', '${at}', '2025-03-01');
    UPDATE risk_point SET grading_id = 'g-${id}', grade_code = 'low', grade_rank = 1 WHERE id = '${id}';`}`
  connection.exec(`
    INSERT INTO scale VALUES ('three', '三级', 'Three', '[]', 1);
    INSERT INTO power (id, name, name_key, created_at, updated_at) VALUES ('power', '取水许可', '取水许可', '${at}', '${at}');
    INSERT INTO grading_method VALUES ('method', 'choice', '选择', 'Choice', 1, '${at}');
    INSERT INTO grading_method_version VALUES ('old', 'method', 1, '{}', '', '${at}', '示例员'), ('new', 'method', 2, '{}', '', '${at}', '示例员');
    INSERT INTO method_in_force VALUES (1, 'old', '${at}', '示例员'), (2, 'new', '${at}', '示例员');
    ${point('outdated', 'old')} ${point('current', 'new')} ${point('ungraded', null)}`)
  connection.close()
}

test('a register from before the check knows of each grade by which version it was given', async () => {
  await inTemporaryFolder(async (folder) => {
    writeVersionBefore(join(folder, 'register.sqlite'))
    const core = await openAt(folder)
    const versions = core.database.connection.prepare<[], { id: string; version: string | null }>('SELECT id, grading_version_id AS version FROM risk_point ORDER BY number').all()
    expect(versions).toEqual([{ id: 'outdated', version: 'old' }, { id: 'current', version: 'new' }, { id: 'ungraded', version: null }])
    const { rules } = await consistencySummary(core)
    expect(rules.find(({ rule }) => rule === 'method-outdated')?.count).toBe(1)
    expect(rules.find(({ rule }) => rule === 'point-ungraded')?.count).toBe(1)
    await core.close()
  })
})
