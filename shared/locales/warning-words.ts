import type { Warning } from '#shared/contract/warnings.ts'
import type { Locale } from '#shared/model/labels.ts'
import { translator } from './translator.ts'

/** Where the words come from that are data of the organisation. */
export interface WarningWordSources {
  readonly locale: Locale
  readonly grade: (code: string) => string
}

type Told = Pick<Warning, 'ruleCode' | 'reason' | 'situation'>

/** Why there is a warning, in words with its figures; what was reported where no rule found it. */
export function situationOf({ ruleCode, reason, situation }: Told, { locale, grade }: WarningWordSources): string {
  if (ruleCode === null) return situation
  const t = translator(locale)
  const key = `reason.${ruleCode}${variantOf(ruleCode, reason)}`
  const code = (name: string): string => String(reason[name] ?? '')
  const words = {
    ...reason,
    ...('gradeCode' in reason ? { grade: grade(code('gradeCode')) } : {}),
    ...('entryState' in reason ? { entryState: t(`state.${code('entryState')}` as never, { ns: 'review' }) } : {}),
    ...('work' in reason ? { work: t(`work.${code('work')}` as never, { ns: 'adjustments' }) } : {}),
    ...('cause' in reason ? { cause: t(`value.cause.${code('cause')}` as never, { ns: 'log' }) } : {}),
  }
  return t(key as never, { ns: 'warnings', ...words })
}

function variantOf(rule: Warning['ruleCode'], reason: Warning['reason']): string {
  if (rule === 'high-without-measure') return reason['planned'] === 1 ? '.planned' : ''
  return rule === 'benchmark-uncalibrated' ? `.${reason['benchmark'] ?? 'missing'}` : ''
}

/** The number of a sheet as it is written; '' before it is issued. */
export const sheetNumberOf = ({ issueYear, issueNumber }: Pick<Warning, 'issueYear' | 'issueNumber'>, locale: Locale): string =>
  (issueYear === null || issueNumber === null ? '' : translator(locale)('sheet.number', { ns: 'warnings', year: issueYear, number: issueNumber }))
