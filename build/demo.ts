import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readArguments } from '#hosts/command-line/arguments.ts'
import { failureOf } from '#hosts/command-line/failures.ts'
import { languageOf, systemLanguage } from '#hosts/command-line/language.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { translator } from '#shared/locales/translator.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { demonstrate } from './demonstrate.ts'
import { ensureBuilt } from './ensure-built.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const output = join(project, 'demo-output')

/** The output folder is the demonstration's own and begins empty; a folder somebody names has to be empty already. */
function freshFolder(named: string | undefined): string {
  rmSync(output, { recursive: true, force: true })
  mkdirSync(output, { recursive: true })
  if (named === undefined) return join(output, 'data')
  if (existsSync(named) && readdirSync(named).length > 0) throw new Refusal('example.folder-not-empty', { folder: named })
  return named
}

/** The program as anybody starts it, on the demonstration's data; what stops this program stops that one. */
function openProgram(folder: string): Promise<number> {
  const program = spawn(process.execPath, [join(project, 'build', 'start.ts'), '--data', folder], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => program.kill(signal))
  return new Promise((resolve) => { program.on('exit', (code) => resolve(code ?? 1)) })
}

async function run(argv: readonly string[], locale: Locale): Promise<number> {
  const args = readArguments(argv, { data: { type: 'string' }, lang: { type: 'string' }, 'no-open': { type: 'boolean' } })
  args.exactly()
  const folder = freshFolder(args.text('data'))
  process.stderr.write(`${translator(locale)('demo.building', { ns: 'cli' })}\n`)
  ensureBuilt()
  await demonstrate({ folder, output, locale, print: (line) => { process.stdout.write(`${line}\n`) } })
  return args.has('no-open') ? 0 : openProgram(folder)
}

const argv = process.argv.slice(2)
const locale = languageOf(argv[argv.indexOf('--lang') + 1] ?? '') ?? systemLanguage(process.env)
try {
  process.exitCode = await run(argv, locale)
} catch (error) {
  const failure = failureOf(error, locale)
  if (failure === undefined) throw error
  process.stderr.write(`${failure.message}\n`)
  process.exitCode = failure.exitCode
}
