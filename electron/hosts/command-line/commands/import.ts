import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { formCodes } from '#shared/contract/exchange.ts'
import type { ImportIssue, ImportPlan, ImportSummary, ReadAs } from '#shared/contract/exchange.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { sentenceFor } from '#shared/locales/translator.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Arguments } from '../arguments.ts'
import type { Answer, Command, Surroundings } from '../command.ts'
import { finish, withCore } from '../core-client.ts'
import { exitCodes } from '../exit-codes.ts'
import { UsageError } from '../usage-error.ts'

/** Imports a workbook: the dry run the screens show, and then, unless only that was asked for, all accepted rows. */
export const importCommand: Command = {
  usage: 'import FILE --data DIR [--dry-run] [--form CODE --header-row N [--sheet NAME] [--ignore TITLE]…]',
  options: { data: { type: 'string' }, 'dry-run': { type: 'boolean' }, form: { type: 'string' }, 'header-row': { type: 'string' }, sheet: { type: 'string' }, ignore: { type: 'string', multiple: true } },
  run: async (args, surroundings) => {
    const [path = ''] = args.exactly('FILE')
    const data = args.required('data')
    const readAs = readAsIn(args)
    const file = await readForImport(path)
    return withCore({ data }, surroundings, async (client) => {
      const plan = await finish(await client.exchange.plan({ file, readAs, locale: surroundings.locale }), surroundings)
      const idle = args.has('dry-run') || nothingToDo(plan.summary)
      const batch = idle ? null : await finish(await client.exchange.apply({ planId: plan.planId }), surroundings)
      if (idle) await client.exchange.discard({ planId: plan.planId })
      return answerOf({ plan, batchId: batch?.id ?? null, dryRun: args.has('dry-run') }, surroundings)
    })
  },
}

const onlyWithForm = ['header-row', 'sheet', 'ignore'] as const

/** A header no form knows, read as the options say and columns as suggested. @throws UsageError */
function readAsIn(args: Arguments): ReadAs[] {
  const form = args.choice('form', formCodes)
  const stray = onlyWithForm.find((option) => args.has(option))
  if (form === undefined) {
    if (stray !== undefined) throw new UsageError('usage.only-with-form', { option: `--${stray}` })
    return []
  }
  const value = args.required('header-row')
  const [, first, last] = /^(\d{1,6})(?:-(\d{1,6}))?$/u.exec(value) ?? []
  if (first === undefined || Number(first) < 1 || Number(last ?? first) < Number(first)) throw new UsageError('usage.rows-wrong', { option: '--header-row', value })
  return [{
    sheet: args.text('sheet') ?? null, form, headerFirst: Number(first), headerLast: last === undefined ? null : Number(last),
    // A dry run leaves nothing behind, not even a memory of how the sheet was read.
    columns: null, ignored: [...args.all('ignore')], keepsAbove: false, remember: !args.has('dry-run'),
  }]
}

async function readForImport(path: string): Promise<File> {
  try {
    return new File([new Uint8Array(await readFile(path))], basename(path))
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Refusal('file.unreadable', { file: path })
    throw error
  }
}

/** A plan without a single row to write is not carried out: a batch that does nothing is only in the way. */
const nothingToDo = ({ powers, riskPoints, controlMeasures }: ImportSummary): boolean =>
  [powers, riskPoints, controlMeasures].every(({ created, updated }) => created + updated === 0)

interface Outcome { plan: ImportPlan; batchId: string | null; dryRun: boolean }

function answerOf({ plan, batchId, dryRun }: Outcome, { locale, t }: Surroundings): Answer {
  const { powers, riskPoints, controlMeasures, rejected, flagged } = plan.summary
  const issues = plan.issues.map((issue) => ({ ...issue, message: sentenceFor(locale, 'issues', issue) }))
  const heading = { file: plan.fileName, rejected, flagged }
  return {
    document: { kind: plan.formCodes.join('+'), file: plan.fileName, dryRun, batchId, powers, riskPoints, controlMeasures, rejected, flagged, issueTotal: plan.issueTotal, issues },
    sentences: [
      t(dryRun ? 'import.planned' : 'import.done', { ns: 'cli', ...heading }),
      ...([['powers', powers], ['riskPoints', riskPoints], ['controlMeasures', controlMeasures]] as const).map(([what, counts]) => t(`import.${what}`, { ns: 'cli', ...counts })),
      ...plan.issues.map((issue) => `  ${placeOf(issue, locale)} ${sentenceFor(locale, 'issues', issue)}`),
    ],
    exitCode: allRejected(plan.summary) ? exitCodes.refused : exitCodes.done,
  }
}

/** Nothing of the file could be taken in: that is a refusal, however politely each row was turned away. */
const allRejected = (summary: ImportSummary): boolean =>
  nothingToDo(summary) && [summary.powers, summary.riskPoints, summary.controlMeasures].every(({ unchanged }) => unchanged === 0)

function placeOf({ sheet, row, column }: ImportIssue, locale: Locale): string {
  const place = [sheet, row, column].filter((part) => part !== null && part !== '').join(' · ')
  return locale === 'en' ? `[${place}]` : `【${place}】`
}
