import type { Warning } from '#shared/contract/warnings.ts'
import type { Locale } from '#shared/model/labels.ts'
import { levelOf } from '#shared/model/scales.ts'
import { situationOf } from '#shared/locales/warning-words.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import { toScale } from '../../grading/stored-scales.ts'
import { readLevels, readRules, readSources } from '../../warnings/settings.ts'

/** What codes of warnings are called in a paper. */
export interface WarningWords {
  readonly organisation: string
  readonly level: (code: string) => string
  /** The rule that found it, or where it was reported from. */
  readonly source: (warning: Warning) => string
  readonly situation: (warning: Warning) => string
}

export async function warningWords(db: ReadableDatabase, locale: Locale): Promise<WarningWords> {
  const [levels, rules, sources] = [await readLevels(db), await readRules(db), await readSources(db)]
  const organisation = await db.selectFrom('organisation as o').innerJoin('scale as s', 's.code', 'o.scale_code').select('o.name').selectAll('s').executeTakeFirst()
  const scale = organisation === undefined ? undefined : toScale(organisation)
  const grade = (code: string): string => (scale === undefined ? code : levelOf(scale, code)?.labels[locale] ?? code)
  return {
    organisation: organisation?.name ?? '',
    level: (code) => levels.find((level) => level.code === code)?.labels[locale] ?? code,
    source: ({ ruleCode, sourceCode }) => (ruleCode === null ? sources.find(({ code }) => code === sourceCode) : rules.find(({ code }) => code === ruleCode))?.labels[locale] ?? '',
    situation: (warning) => situationOf(warning, { locale, grade }),
  }
}
