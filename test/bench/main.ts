import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { openBenchRegister } from './bench-register.ts'
import { measureImport } from './import-case.ts'
import { measure } from './measure.ts'
import type { Case, Measured } from './measure.ts'
import { readingCases } from './reading-cases.ts'
import { savingCase } from './saving-case.ts'
import { measureVerify } from './verify-case.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'string' } } })
const sizes = values.quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]

interface Result extends Measured { case: string; what: string; points: number }

const results: Result[] = []
for (const points of sizes) await benchAt(points)
results.push({ case: 'import', what: 'a 10 000-row workbook into an empty register, against bare inserts of the same records', points: 10_000, ...await measureImport(values.quick ? 1 : 3) })
report('import', results.at(-1))
const entries = values.quick ? 100_000 : 1_000_000
results.push({ case: 'verify', what: `the chain of ${entries} audit entries walked, against a bare loop of SHA-256 over the same bytes`, points: entries, ...await measureVerify(entries, 3) })
report('verify', results.at(-1))

const flat = flatness()
for (const { name, growth } of flat) console.log(`${name.padEnd(10)} cost grows ${growth} times from ${sizes[0]} to ${sizes[1]} points`)
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, sizes, results, flatness: flat }, null, 2)}\n`)

async function benchAt(points: number): Promise<void> {
  const { core, call, close } = await openBenchRegister(points)
  const { connection } = core.database
  const departments = connection.prepare<[], { id: string }>('SELECT id FROM department ORDER BY position').all().map((row) => row.id)
  const categories = connection.prepare<[], { code: string }>("SELECT code FROM vocabulary WHERE kind = 'risk-category' ORDER BY position LIMIT 5").all().map((row) => row.code)
  const cases: Case[] = [...readingCases({ call, connection, departments, categories, points }), savingCase({ call, connection })]
  for (const one of cases) {
    const result = { case: one.name, what: one.what, points, ...await measure(one) }
    results.push(result)
    report(one.name, result)
  }
  await close()
}

function report(name: string, result: Result | undefined): void {
  if (result === undefined) return
  const { points, ours, bare, ratio } = result
  console.log(`${name.padEnd(10)} ${String(points).padStart(9)} points  median ${ours.median} ms  p95 ${ours.p95} ms  bare ${bare.median} ms  ratio ${ratio}`)
}

function flatness(): { name: string; growth: number }[] {
  const at = (name: string, points: number | undefined) => results.find((result) => result.case === name && result.points === points)?.ours.median ?? Number.NaN
  const names = [...new Set(results.filter((result) => result.points === sizes[1]).map((result) => result.case))]
  return names.map((name) => ({ name, growth: Number((at(name, sizes[1]) / at(name, sizes[0])).toPrecision(3)) })).filter(({ growth }) => !Number.isNaN(growth))
}
