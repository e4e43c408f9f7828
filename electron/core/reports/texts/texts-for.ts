import type { ReportLocale } from '../annual-report-model.ts'
import { en } from './en.ts'
import type { ReportTexts } from './report-texts.ts'
import { zhCn } from './zh-cn.ts'

/** The fixed texts of the reports in one language. */
export function textsFor(locale: ReportLocale): ReportTexts {
  return locale === 'en' ? en : zhCn
}
