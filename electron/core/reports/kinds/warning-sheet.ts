import type { Warning, WarningStep } from '#shared/contract/warnings.ts'
import { sheetNumberOf } from '#shared/locales/warning-words.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { isClosed } from '#shared/model/warnings/disposal.ts'
import type { StepAction } from '#shared/model/warnings/disposal.ts'
import { readWarning } from '../../warnings/read-warning.ts'
import type { FormCell, Paper } from '../paper/paper.ts'
import { wrapText } from '../text-width.ts'
import { textsFor } from '../texts/texts-for.ts'
import type { ReportKind } from './report-kind.ts'
import { warningWords } from './warning-words.ts'
import type { WarningWords } from './warning-words.ts'

/** The paper 预警处置单 of one warning. It names who did what, so there is no public edition of it. */
export const warningSheet: ReportKind = {
  code: 'warning-sheet',
  formats: ['docx', 'pdf'],
  editions: ['internal', 'assessment'],
  subject: 'warning',
  paper: async ({ database, env }, { subjectId, locale, edition }) => {
    if (edition === 'public' || subjectId === undefined) throw new Refusal('record.missing')
    const today = env.localDate(env.now())
    const { warning, steps } = await readWarning(database.read, subjectId, today)
    return sheetPaper({ warning, steps, words: await warningWords(database.read, locale), locale, today })
  },
}

export interface SheetContent {
  readonly warning: Warning
  readonly steps: readonly WarningStep[]
  readonly words: WarningWords
  readonly locale: Locale
  /** Local calendar date. */
  readonly today: string
}

/**
 * Lines kept for an opinion and for what a department writes by hand: an empty sheet keeps to one page with all that
 * stands below it, in English beside labels of two lines.
 */
const kept = { 'zh-CN': { opinion: 2, byHand: 2.2 }, en: { opinion: 1.6, byHand: 1.6 } } as const satisfies Record<Locale, object>

/** The sheet as it is printed: what has not been done yet leaves room to write by hand. */
export function sheetPaper(content: SheetContent): Paper {
  const { words, locale, today, warning } = content
  const t = translator(locale)
  const title = t('sheet.title', { ns: 'warnings' })
  const number = sheetNumberOf(warning, locale)
  const rows = rowsOf(content)
  return {
    locale, title: number === '' ? title : `${title} ${number}`, organisation: words.organisation, preparedOn: today,
    sections: [{ page: 'portrait', blocks: [{ kind: 'title', text: title }, { kind: 'small', text: textsFor(locale).filledBy(words.organisation) }, { kind: 'form', form: { shares: locale === 'en' ? [22, 28, 22, 28] : [18, 32, 18, 32], rows, ...(linesOf(rows) > linesOnAPage ? { size: 'small' } : {}) } }] }],
  }
}

/** Half-ems in a value of one column and of three; lines that stand on one page with the notes below. */
const room = { narrow: 20, wide: 56 } as const
const linesOnAPage = 23

/** How many lines the sheet takes, estimated from what is written and what is kept for writing. */
const linesOf = (rows: readonly (readonly FormCell[])[]): number =>
  rows.reduce((sum, cells) => sum + Math.max(...cells.map(({ text, label, across = 1, lines = 1 }) => (label === true ? 1 : Math.max(lines, wrapText(text, across > 1 ? room.wide : room.narrow).length)))), 0)

function rowsOf({ warning, steps, words, locale }: SheetContent): FormCell[][] {
  const t = translator(locale)
  const label = (name: Parameters<typeof fieldLabel>[1]): FormCell => ({ text: fieldLabel(locale, name), label: true })
  const last = (...actions: StepAction[]): WarningStep | undefined => steps.findLast(({ action }) => actions.includes(action))
  const signed = (step: WarningStep | undefined): string => (step === undefined ? '' : t('by', { ns: 'warnings', person: step.person, date: step.doneOn }))
  const said = (step: WarningStep | undefined): string => (step === undefined ? '' : [step.text, signed(step)].filter((part) => part !== '').join('\n'))
  const wide = (name: Parameters<typeof fieldLabel>[1], text: string, lines: number = kept[locale].opinion): FormCell[] => [label(name), { text, across: 3, lines: text === '' ? lines : 1 }]
  const cell = (name: Parameters<typeof fieldLabel>[1], text: string): FormCell[] => [label(name), { text }]
  const issue = last('issue')
  const approval = last('approve') ?? (issue !== undefined && ['leader-in-charge', 'chief-leader'].includes(issue.role) ? issue : undefined)
  const conclusion = isClosed(warning.state) || warning.state === 'escalated' ? last('lift', 'transfer', 'escalate') : undefined
  const linked = [warning.powerName ?? '', warning.riskPointNumber === null ? '' : t('point', { ns: 'warnings', number: warning.riskPointNumber, text: warning.manifestation ?? '' })].filter((part) => part !== '').join('\n')
  return [
    [...cell('number', sheetNumberOf(warning, locale)), ...cell('level', words.level(warning.levelCode))],
    [...cell('object', warning.object), ...cell('department', warning.departmentName ?? '')],
    wide('linked', linked, 1),
    [...cell('source', words.source(warning)), ...cell('found', warning.foundOn)],
    wide('situation', words.situation(warning)),
    [...cell('issued', issue?.person ?? ''), ...cell('approved', approval?.person ?? '')],
    [...cell('date', issue?.doneOn ?? ''), ...cell('way', issue?.way ?? '')],
    wide('requirement', issue?.text ?? ''),
    [...cell('rectifyBy', warning.rectifyBy ?? ''), ...cell('received', signed(last('receive')))],
    wide('cause', said(last('analyse')), kept[locale].byHand),
    wide('measures', said(last('rectify')), kept[locale].byHand),
    wide('completion', said(last('complete')), kept[locale].byHand),
    wide('opinion', said(last('pass', 'return'))),
    wide('conclusion', conclusion === undefined ? '' : t('sheet.conclusion', { ns: 'warnings', state: t(`state.${warning.state}`, { ns: 'warnings' }), text: said(conclusion) })),
  ]
}

type SheetField = 'number' | 'level' | 'object' | 'department' | 'linked' | 'source' | 'found' | 'situation' | 'issued' | 'approved' | 'date' | 'way' | 'requirement' | 'rectifyBy' | 'received' | 'cause' | 'measures' | 'completion' | 'opinion' | 'conclusion'

const fieldLabel = (locale: Locale, name: SheetField): string => translator(locale)(`field.${name}`, { ns: 'warnings' })
