import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestRegister } from '../helpers/register.ts'
import type { TestRegister } from '../helpers/register.ts'

let register: TestRegister
beforeAll(async () => { register = await openTestRegister() })
afterAll(() => register.close())

interface Column { name: string; nullable: boolean }

const byName = (a: Column, b: Column): number => (a.name < b.name ? -1 : 1)

/** The tables as schema.ts writes them down. */
async function written(): Promise<Map<string, Column[]>> {
  const folder = new URL('../../../electron/core/database/', import.meta.url)
  const files = (await readdir(folder)).filter((name) => /^schema(-[\w-]+)?\.ts$/u.test(name))
  const source = (await Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')))).join('\n')
  const bodies = new Map([...source.matchAll(/interface (\w+)(?: extends (\w+))? \{([^}]*)\}/g)].map(([, name, base, body]) => [name, { base, columns: columnsIn(body ?? '') }]))
  const columnsOf = (name: string): Column[] => {
    const own = bodies.get(name)
    return own === undefined ? [] : [...(own.base === undefined ? [] : columnsOf(own.base)), ...own.columns]
  }
  const tables = [...source.matchAll(/interface (?:\w*)Schema(?: extends [\w, ]+)? \{([^}]*)\}/g)].map(([, body]) => body ?? '').join('\n')
  return new Map([...tables.matchAll(/(\w+): (\w+)/g)].map(([, table, name]) => [table ?? '', columnsOf(name ?? '').toSorted(byName)]))
}

const columnsIn = (body: string): Column[] =>
  [...body.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/(\w+): ([^;\n]+)/g)].map(([, name, type]) => ({ name: name ?? '', nullable: /\| null\b/.test(type ?? '') }))

/** The tables as SQLite has them. */
function stored(): Map<string, Column[]> {
  const { connection } = register.database
  const tables = connection.prepare<[], { name: string }>("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%' AND name <> 'applied_migration'").all()
  return new Map(tables.map(({ name }) => {
    const columns = connection.prepare<[string], { name: string; notnull: number; pk: number }>('SELECT name, "notnull", pk FROM pragma_table_info(?)').all(name)
    return [name, columns.map((column) => ({ name: column.name, nullable: column.notnull === 0 && column.pk === 0 })).toSorted(byName)]
  }))
}

describe('the tables as the queries see them', () => {
  it('are the tables the migrations make, column by column, with the same gaps allowed', async () => {
    const [code, file] = [await written(), stored()]
    expect([...code.keys()].toSorted()).toEqual([...file.keys()].toSorted())
    for (const [table, columns] of file) expect({ table, columns: code.get(table) }).toEqual({ table, columns })
  })

  it('keep the planner to the figures of the migration', () => {
    const { connection } = register.database
    const indexes = connection.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'index'").all().map(({ name }) => name)
    const known = connection.prepare<[], { tbl: string; idx: string }>('SELECT tbl, idx FROM sqlite_stat1').all()
    const lost = known.filter(({ tbl, idx }) => idx !== tbl && !indexes.includes(idx))
    expect(lost).toEqual([])
    const listed = ['power', 'risk_point', 'control_measure', 'risk_point_measure', 'grading', 'audit_entry']
    const named = indexes.filter((name) => !name.startsWith('sqlite_') && listed.some((table) => name.startsWith(`${table}_`)))
    expect(named.filter((name) => !known.some(({ idx }) => idx === name))).toEqual([])
  })
})
