import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { openBenchRegister } from './bench-register.ts'
import type { BenchRegister } from './bench-register.ts'
import { measureImport } from './import-case.ts'
import { measureLong, measureTogether, significant } from './measure.ts'
import type { Case, Measured } from './measure.ts'
import { measurePrint } from './print-case.ts'
import { readingCases } from './reading-cases.ts'
import { savingCase } from './saving-case.ts'
import { measureVerify } from './verify-case.ts'
import { workCases } from './work-cases.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'string' } } })
const sizes = values.quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]

interface Result extends Measured { case: string; what: string; points: number }
interface Growth { case: string; from: number; to: number; ours: number; bare: number }

const results: Result[] = []
const growths: Growth[] = []
await benchRegisters()
report({ case: 'import', what: 'a 10 000-row workbook into an empty register, against bare inserts of the same records', points: 10_000, ...await measureImport(values.quick ? 1 : 3) })
const entries = values.quick ? 100_000 : 1_000_000
report({ case: 'verify', what: `the chain of ${entries} audit entries walked, against a bare loop of SHA-256 over the same bytes`, points: entries, ...await measureVerify(entries, 3) })
await benchPrint(values.quick ? 1000 : 5000)
write()

async function benchPrint(points: number): Promise<void> {
  const printed = await measurePrint(points)
  if (printed === undefined) return console.log('print       no browser is installed that could print')
  report({ case: 'print', what: 'the list of risks as PDF, against the same browser printing the same words as a table without rules', points, ...printed })
  const { ours, bare } = printed.browser
  if (ours !== undefined) console.log(`print       the browser takes ${ours.cpuSeconds} s of processor and ${ours.peakMegabytes} MB at most; for the table without rules ${bare?.cpuSeconds} s and ${bare?.peakMegabytes} MB`)
}

/** Registers of all sizes stand side by side and take turns, case by case. */
async function benchRegisters(): Promise<void> {
  const registers: (BenchRegister & { points: number })[] = []
  for (const points of sizes) registers.push({ points, ...await openBenchRegister(points) })
  const cases = registers.map((register) => [...readingCases(benchOf(register)), savingCase(benchOf(register))])
  for (const index of cases[0]?.keys() ?? []) await benchTogether(cases.flatMap((own) => own[index] ?? []))
  const largest = registers.at(-1)
  if (largest !== undefined) {
    for (const one of workCases(benchOf(largest))) report({ case: one.name, what: one.what, points: largest.points, ...await measureLong(one) })
  }
  for (const { close } of registers) await close()
}

function benchOf({ core, call, points }: BenchRegister & { points: number }) {
  const { connection } = core.database
  const departments = connection.prepare<[], { id: string }>('SELECT id FROM department ORDER BY position').all().map((row) => row.id)
  const categories = connection.prepare<[], { code: string }>("SELECT code FROM vocabulary WHERE kind = 'risk-category' ORDER BY position LIMIT 5").all().map((row) => row.code)
  return { call, connection, departments, categories, points }
}

async function benchTogether(cases: readonly Case[]): Promise<void> {
  const measured = await measureTogether(cases)
  for (const [index, one] of cases.entries()) {
    const result = measured[index]
    if (result !== undefined) report({ case: one.name, what: one.what, points: sizes[index] ?? Number.NaN, ...result })
  }
  const [first] = measured
  for (const [index, result] of measured.entries()) {
    if (index === 0 || first === undefined) continue
    const growth = { case: cases[0]?.name ?? '', from: sizes[0] ?? Number.NaN, to: sizes[index] ?? Number.NaN, ours: significant(result.ours.median / first.ours.median), bare: significant(result.bare.median / first.bare.median) }
    growths.push(growth)
    console.log(`${growth.case.padEnd(11)} cost grows ${growth.ours} times from ${growth.from} to ${growth.to} points, that of the bare statement ${growth.bare} times`)
  }
}

function report(result: Result): void {
  results.push(result)
  const { points, ours, bare, ratio, longestStop } = result
  console.log(`${result.case.padEnd(11)} ${String(points).padStart(9)} points  median ${ours.median} ms  p95 ${ours.p95} ms  bare ${bare.median} ms  ratio ${ratio}${longestStop === undefined ? '' : `  longest stop ${longestStop} ms`}`)
  write()
}

/** After every case: a run that is broken off keeps what it has measured. */
function write(): void {
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, sizes, results, growth: growths }, null, 2)}\n`)
}
