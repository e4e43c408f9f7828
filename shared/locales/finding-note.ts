import type { RuleCode } from '#shared/model/consistency/rules.ts'
import type { Locale } from '#shared/model/labels.ts'
import { translator } from './translator.ts'

type Params = Readonly<Record<string, string | number | null>>

const grades = new Set(['grade', 'expected', 'verified'])

/** What a finding says besides its rule: the date, the grades, the figures; '' where there is nothing more to say. */
export function findingNote({ locale, grade }: { locale: Locale; grade: (code: string) => string }, rule: RuleCode, params: Params): string {
  const t = translator(locale)
  const nothing = t('note.nothing', { ns: 'consistency' })
  const words = Object.entries(params).map(([name, value]) => [name, value === null || value === '' ? nothing : grades.has(name) ? grade(String(value)) : value])
  return t(`note.${rule}` as never, { ns: 'consistency', ...Object.fromEntries(words) as Params, defaultValue: '' })
}
