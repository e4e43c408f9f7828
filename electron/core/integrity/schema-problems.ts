import Database from 'better-sqlite3'
import type { Database as Connection } from 'better-sqlite3'
import { migrations } from '../database/migrations/index.ts'
import type { IntegrityProblem } from './problem.ts'

interface Definition { type: string; name: string; sql: string }

const expected = new Map<number, Map<string, string>>()

/**
 * Tables, indexes and triggers that are not what the migrations make: a trigger that keeps gradings append-only taken
 * out, one put in that writes on the sly, a view in the place of a table. A file with a sound structure can hold these,
 * and a copy from elsewhere is not to be believed without a look.
 */
export function schemaProblems(connection: Connection): IntegrityProblem[] {
  const version = Number(connection.pragma('user_version', { simple: true }))
  const should = schemaOf(version)
  const is = definitions(connection)
  const names = [...new Set([...should.keys(), ...is.keys()])].filter((name) => should.get(name) !== is.get(name))
  return names.map((name) => ({ code: 'integrity.schema', params: { name } }))
}

/** The schema a register of this version has; made once in memory. */
function schemaOf(version: number): Map<string, string> {
  const known = expected.get(version)
  if (known !== undefined) return known
  const model = new Database(':memory:')
  model.exec('CREATE TABLE IF NOT EXISTS applied_migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT')
  for (const step of migrations.slice(0, version)) model.exec(step.sql)
  const schema = definitions(model)
  model.close()
  expected.set(version, schema)
  return schema
}

function definitions(connection: Connection): Map<string, string> {
  const rows = connection.prepare<[], Definition>("SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").all()
  return new Map(rows.map(({ type, name, sql }) => [`${type} ${name}`, sql.replace(/^CREATE TABLE IF NOT EXISTS /u, 'CREATE TABLE ')]))
}
