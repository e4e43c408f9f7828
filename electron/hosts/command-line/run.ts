import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { commonOptions, readArguments } from './arguments.ts'
import type { Arguments } from './arguments.ts'
import type { Answer } from './command.ts'
import { commands, isCommand } from './commands.ts'
import type { CommandName } from './commands.ts'
import { exitCodes } from './exit-codes.ts'
import { failureOf } from './failures.ts'
import { helpText } from './help.ts'
import { languageOf, namedLanguage, systemLanguage } from './language.ts'
import { progressLine } from './progress-line.ts'
import { UsageError } from './usage-error.ts'

/** Where a program reads and writes. */
export interface Terminal {
  readonly out: NodeJS.WriteStream
  readonly err: NodeJS.WriteStream
  readonly variables: Record<string, string | undefined>
}

interface Manner { locale: Locale; json: boolean }

/**
 * Runs what was typed and answers the exit code. With `--json` stdout is exactly one document, of a failure too;
 * everything else goes to stderr.
 */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  const manner = mannerOf(argv, terminal)
  try {
    return tell(await answer(argv, manner, terminal), manner, terminal)
  } catch (error) {
    return tellFailure(error, manner, terminal)
  }
}

/** Known before anything else is judged, so that even a mistyped command line is answered in kind. */
function mannerOf(argv: readonly string[], { variables }: Terminal): Manner {
  const json = argv.includes('--json')
  const asked = argv.findLast((arg, index) => arg.startsWith('--lang=') || argv[index - 1] === '--lang')
  return { json, locale: languageOf(asked?.replace('--lang=', '') ?? '') ?? systemLanguage(variables) }
}

async function answer(argv: readonly string[], manner: Manner, terminal: Terminal): Promise<Answer> {
  const [name, ...rest] = argv
  const t = translator(manner.locale)
  if (name === 'help' || name === '--help' || name === '-h') return helpAnswer(helpText(t, rest.find(isCommand)))
  if (name === undefined || name.startsWith('-')) throw new UsageError('usage.no-command', { commands: Object.keys(commands).join(', ') })
  if (!isCommand(name)) throw new UsageError('usage.command-unknown', { command: name, commands: Object.keys(commands).join(', ') })
  const args = readArguments(rest, { ...commands[name].options, ...commonOptions })
  if (args.has('help')) return helpAnswer(helpText(t, name))
  namedLanguage(args.text('lang') ?? manner.locale)
  return execute(name, args, { manner, terminal })
}

async function execute(name: CommandName, args: Arguments, { manner, terminal }: { manner: Manner; terminal: Terminal }): Promise<Answer> {
  const t = translator(manner.locale)
  const line = progressLine(terminal.err, t)
  try {
    return await commands[name].run(args, {
      locale: manner.locale,
      t,
      progress: line.show,
      say: (document, sentences) => { tell({ document, sentences }, manner, terminal) },
      warn: (sentence) => { terminal.err.write(`${sentence}\n`) },
    })
  } finally {
    line.end()
  }
}

const helpAnswer = (text: string): Answer => ({ document: { help: text }, sentences: [text] })

function tell({ document, sentences = [], exitCode = exitCodes.done }: Answer, { json }: Manner, { out }: Terminal): number {
  if (json && document !== undefined) out.write(`${JSON.stringify(document)}\n`)
  if (!json && sentences.length > 0) out.write(`${sentences.join('\n')}\n`)
  return exitCode
}

function tellFailure(error: unknown, { json, locale }: Manner, { out, err }: Terminal): number {
  const failure = failureOf(error, locale)
  if (failure === undefined) err.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  const { exitCode, ...told } = failure ?? { code: 'fault', params: {}, message: translator(locale)('fault', { ns: 'cli' }), exitCode: exitCodes.refused }
  err.write(`${told.message}\n`)
  if (json) out.write(`${JSON.stringify({ error: told })}\n`)
  return exitCode
}
