import { execFileSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generateKeyPairSync, sign } from 'node:crypto'
import { entryColumns, entryHash } from '#core/evidence/entry-hash.ts'
import { rowHash } from '#core/evidence/row-hash.ts'
import type { StoredRow } from '#core/evidence/row-hash.ts'
import { signedText } from '#core/evidence/head.ts'
import { keyIdOf } from '#core/evidence/signing-key.ts'
import { keptHeads } from '#core/evidence/stored-heads.ts'
import { bringInForce } from '#test/core/helpers/graded-register.ts'
import { openTestRegister, setUpTestOrganisation } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { codesIn, evidentRegister, problemsIn } from '#test/core/evidence/evident-register.ts'
import { openRaw, tried, withoutGuards } from '#test/core/evidence/raw-register.ts'
import type { Connection } from '#test/core/evidence/raw-register.ts'
import { seeded } from '#test/bench/random.ts'
import type { Random } from '#test/bench/random.ts'

type Table = readonly [table: string, keys: string]

/** What nobody may touch, and by what its rows are told apart. */
const tables: readonly [Table, ...Table[]] = [
  ['audit_entry', 'number'], ['grading', 'number'], ['grading_method_version', 'id'], ['method_in_force', 'number'],
  ['archive', 'number'], ['archive_row', 'archive_number, entity, position'], ['chain_head', 'number'], ['signing_key', 'key_id'],
]
type Value = string | number | null

let register: TestRegister
let raw: Connection

beforeAll(async () => {
  register = await openTestRegister()
  await setUpTestOrganisation(register)
  await bringInForce(register, 'product')
  await evidentRegister(register)
  register.database.connection.pragma('wal_checkpoint(TRUNCATE)')
  const file = join(register.core.folder.root, 'taken.db')
  copyFileSync(register.core.folder.database, file)
  raw = withoutGuards(openRaw(file))
})
afterAll(async () => {
  raw.close()
  await register.close()
})

const rowsOf = (connection: Connection, [table, keys]: Table) => connection.prepare<[], Record<string, Value>>(`SELECT * FROM ${table} ORDER BY ${keys}`).all()
const pickRow = (random: Random, rows: readonly Record<string, Value>[]): Record<string, Value> => rows[random.below(rows.length)] ?? {}

/** Condition and values that find one row. */
function where([, keys]: Table, row: Record<string, Value>): { sql: string; values: Value[] } {
  const columns = keys.split(', ')
  return { sql: columns.map((column) => `${column} = ?`).join(' AND '), values: columns.map((column) => row[column] ?? null) }
}

/** Another value of the same kind, so that the table takes it. */
function other(random: Random, value: Value): Value {
  if (typeof value === 'number') return value + 1 + random.below(5)
  if (value === null || value === '') return '1'
  const digits = [...value]
  const at = random.below(digits.length)
  digits[at] = digits[at] === 'a' ? 'b' : 'a'
  return random.pick(['cut', 'long', 'sign']) === 'sign' ? digits.join('') : random.below(2) === 0 ? `${value} ` : `x${value}`
}

/** One way of tampering: says what it did, by table and key. */
type Tampering = (connection: Connection, random: Random, table: Table) => string

const changeColumn: Tampering = (connection, random, table) => {
  const row = pickRow(random, rowsOf(connection, table))
  const columns = Object.keys(row)
  const column = columns[random.below(columns.length)] ?? ''
  const value = random.below(6) === 0 && row[column] !== null ? null : other(random, row[column] ?? null)
  const { sql, values } = where(table, row)
  connection.prepare(`UPDATE ${table[0]} SET ${column} = ? WHERE ${sql}`).run(value, ...values)
  return `${table[0]}.${column} of ${values.join(' ')}`
}

const deleteRow: Tampering = (connection, random, table) => {
  const { sql, values } = where(table, pickRow(random, rowsOf(connection, table)))
  connection.prepare(`DELETE FROM ${table[0]} WHERE ${sql}`).run(...values)
  return `${table[0]} without ${values.join(' ')}`
}

const insertRow: Tampering = (connection, random, table) => {
  const row = { ...pickRow(random, rowsOf(connection, table)) }
  for (const key of new Set([...table[1].split(', '), 'id'])) {
    const value = row[key]
    if (typeof value === 'number') row[key] = value + random.below(200)
    else if (typeof value === 'string') row[key] = `${value.slice(0, -2)}${random.below(90) + 10}`
  }
  connection.prepare(`INSERT INTO ${table[0]} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map(() => '?').join(', ')})`).run(...Object.values(row))
  return `${table[0]} with another ${where(table, row).values.join(' ')}`
}

/** Two rows change places: what one said stands under the key of the other. */
const swapRows: Tampering = (connection, random, table) => {
  const rows = rowsOf(connection, table)
  const [a, b] = [pickRow(random, rows), pickRow(random, rows)]
  const key = table[0] === 'archive_row' ? 'position' : table[1]
  const [one, two] = [where(table, a), where(table, b)]
  const free = typeof a[key] === 'number' ? 987_654 : 'elsewhere'
  const move = connection.prepare(`UPDATE ${table[0]} SET ${key} = ? WHERE ${one.sql}`)
  move.run(free, ...one.values)
  move.run(a[key] ?? null, ...two.values)
  move.run(b[key] ?? null, ...where(table, { ...a, [key]: free }).values)
  return `${table[0]}: ${one.values.join(' ')} and ${two.values.join(' ')} changed places`
}

const cutTail: Tampering = (connection, random, table) => {
  const keys = table[1].split(', ')
  const rows = rowsOf(connection, table)
  const count = 1 + random.below(Math.min(5, rows.length))
  for (const row of rows.slice(-count)) {
    const { sql, values } = where(table, row)
    connection.prepare(`DELETE FROM ${table[0]} WHERE ${sql}`).run(...values)
  }
  // Whoever knows SQLite sets its counter back as well.
  if (table[0] === 'audit_entry' && random.below(2) === 0) connection.prepare("UPDATE sqlite_sequence SET seq = (SELECT max(number) FROM audit_entry) WHERE name = 'audit_entry'").run()
  return `${table[0]} without its last ${count} by ${keys.join(', ')}`
}

const ways = [changeColumn, changeColumn, changeColumn, deleteRow, insertRow, swapRows, cutTail] as const

const dump = (connection: Connection): string => JSON.stringify(tables.map((table) => rowsOf(connection, table)))

/** Tampers once. @returns undefined where nothing came of it */
function tamper(connection: Connection, random: Random): string | undefined {
  const table = random.pick(tables)
  const before = JSON.stringify(rowsOf(connection, table))
  try {
    const what = random.pick(ways)(connection, random, table)
    return JSON.stringify(rowsOf(connection, table)) === before ? undefined : what
  } catch (error) {
    if (error instanceof Error && error.name === 'SqliteError') return undefined
    throw error
  }
}

describe('a register tampered with past the program', () => {
  test('is found out in each of a thousand ways of changing, deleting, inserting, reordering and cutting rows', () => {
    expect(problemsIn(raw, register)).toEqual([])
    const untouched = dump(raw)
    const random = seeded(20_260_615)
    const missed: string[] = []
    for (let done = 0; done < 1000;) {
      const tampering = tried(raw, () => {
        const what = tamper(raw, random)
        return what === undefined ? undefined : { what, found: problemsIn(raw, register).length > 0 }
      })
      if (tampering === undefined) continue
      done++
      if (!tampering.found) missed.push(tampering.what)
    }
    expect(missed).toEqual([])
    expect(dump(raw)).toBe(untouched)
    expect(problemsIn(raw, register)).toEqual([])
  })

  test('names the first row that does not fit', () => {
    const found = (sql: string) => tried(raw, () => {
      raw.exec(sql)
      return problemsIn(raw, register)
    })
    const [id, entry] = raw.prepare<[], [string, number]>("SELECT g.id, a.number FROM grading g JOIN audit_entry a ON a.sealed LIKE '%' || g.id || '%' WHERE g.number = 2").raw().get() ?? ['', 0]
    expect(found("UPDATE audit_entry SET after = '{}' WHERE number IN (30, 40)")).toContainEqual({ code: 'integrity.chain-broken', params: { number: 30 } })
    expect(found('DELETE FROM audit_entry WHERE number IN (20, 21)')).toContainEqual({ code: 'integrity.chain-gap', params: { number: 22, expected: 20 } })
    expect(found("UPDATE grading SET final_grade = 'low', computed_grade = 'low' WHERE number >= 2")).toContainEqual({ code: 'integrity.row-changed', params: { table: 'grading', key: id, number: entry } })
    expect(found('DELETE FROM grading WHERE number = 2')).toContainEqual({ code: 'integrity.row-gone', params: { table: 'grading', key: id, number: entry } })
    expect(found("INSERT INTO method_in_force SELECT 99, method_version_id, since, set_by FROM method_in_force WHERE number = 1")).toContainEqual({ code: 'integrity.row-unsealed', params: { table: 'method_in_force', key: 99 } })
  })
})

/** Computes the whole chain and all seals anew, as somebody would who has read the source. */
function chainAnew(connection: Connection): void {
  const sealOf = (table: string, key: string | number): string | undefined => {
    const row = connection.prepare<[string | number], StoredRow>(`SELECT * FROM ${table} WHERE ${table === 'method_in_force' ? 'number' : 'id'} = ?`).get(key)
    return row && rowHash(table, row)
  }
  const write = connection.prepare('UPDATE audit_entry SET sealed = ?, hash = ? WHERE number = ?')
  let previous = ''
  for (const values of connection.prepare<[], Value[]>(`SELECT ${entryColumns} FROM audit_entry ORDER BY number`).raw().all()) {
    const sealed = values[12]
    if (typeof sealed === 'string') {
      const seals = (JSON.parse(sealed) as [string, string | number, string][]).flatMap(([table, key]) => { const hash = sealOf(table, key); return hash === undefined ? [] : [[table, key, hash]] })
      values[12] = JSON.stringify(seals)
    }
    previous = entryHash(previous, values)
    write.run(values[12], previous, values[0])
  }
}

/** Signs the heads in the register anew with a key of his own. */
function signAnew(connection: Connection): void {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const heads = keptHeads(connection)
  connection.exec('DELETE FROM chain_head; DELETE FROM signing_key')
  connection.prepare('INSERT INTO signing_key VALUES (?, ?)').run(keyIdOf(spki), spki)
  for (const head of heads) {
    const hash = connection.prepare<[number], string>('SELECT hash FROM audit_entry WHERE number = ?').pluck().get(head.number) ?? ''
    const signature = sign(null, Buffer.from(signedText({ ...head, hash })), privateKey).toString('base64url')
    connection.prepare('INSERT INTO chain_head VALUES (?, ?, ?, ?, ?, ?, ?)').run(head.number, hash, head.register, head.at, head.occasion, keyIdOf(spki), signature)
  }
}

describe('somebody who computes all hashes anew', () => {
  const grade = "UPDATE grading SET final_grade = 'low', computed_grade = 'low', final_rank = 1 WHERE number = 1"

  test('is caught by the heads that were signed before', () => {
    const codes = tried(raw, () => {
      raw.exec(grade)
      chainAnew(raw)
      return codesIn(raw, register)
    })
    expect(codes).not.toContain('integrity.chain-broken')
    expect(codes).not.toContain('integrity.row-changed')
    expect(codes).toContain('integrity.head-differs')
  })

  test('and signs all heads with a key of his own is caught by the file beside the register', () => {
    const codes = tried(raw, () => {
      raw.exec(grade)
      chainAnew(raw)
      signAnew(raw)
      return codesIn(raw, register)
    })
    expect(codes).toContain('integrity.head-differs')
    expect(codes).toContain('integrity.head-strange')
  })

  test('and cuts the log where no entry tells is caught by the head that is ahead of it', () => {
    const codes = tried(raw, () => {
      raw.exec(`DELETE FROM grading WHERE number = (SELECT max(number) FROM grading); DELETE FROM audit_entry WHERE number = (SELECT max(number) FROM audit_entry);
        UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'audit_entry'; DELETE FROM chain_head WHERE number = (SELECT max(number) FROM chain_head)`)
      return codesIn(raw, register)
    })
    expect(codes).not.toContain('integrity.chain-cut')
    expect(codes).toContain('integrity.head-ahead')
  })
})

describe('the sqlite3 program', () => {
  const attacks = [
    "UPDATE audit_entry SET actor = '别人' WHERE number = 5",
    "UPDATE audit_entry SET at = '2020-01-01T00:00:00.000Z' WHERE number = 7",
    'DELETE FROM audit_entry WHERE number = 9',
    'DELETE FROM audit_entry WHERE number > 60',
    "UPDATE grading SET final_grade = 'low' WHERE number = 1",
    "UPDATE grading SET graded_by = '别人' WHERE number = 2",
    'DELETE FROM grading WHERE number = 1',
    "UPDATE archive_row SET content = json_set(content, '$.name', 'x') WHERE entity = 'power' AND position = 0",
    "DELETE FROM archive_row WHERE entity = 'power'",
    'UPDATE archive SET frozen_at = frozen_by',
    "UPDATE grading_method_version SET definition = json_set(definition, '$.code', 'x')",
    'DELETE FROM chain_head',
  ]
  test.each(attacks)('leaves a trace: %s', (attack) => {
    const file = join(register.core.folder.root, 'attacked.db')
    copyFileSync(register.core.folder.database, file)
    const guards = register.database.connection.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
    const script = [...guards.map(({ name }) => `DROP TRIGGER ${name};`), `${attack};`, ...guards.map(({ sql }) => `${sql};`)].join('\n')
    execFileSync(...sqliteProgram(file), { input: script })
    const attacked = openRaw(file)
    try {
      expect(codesIn(attacked, register)).not.toEqual([])
    } finally {
      attacked.close()
    }
  })
})

/** The real program where it is installed; else the same SQLite by way of Node. */
function sqliteProgram(file: string): [string, string[]] {
  try {
    execFileSync('sqlite3', ['--version'])
    return ['sqlite3', ['-bail', file]]
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const code = "const file = process.argv[1]; const D = require('better-sqlite3'); new D(file).exec(require('fs').readFileSync(0, 'utf8'))"
    return [process.execPath, ['-e', code, file]]
  }
}
