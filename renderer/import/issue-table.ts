import type { ImportIssue } from '#shared/contract/exchange.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { sentenceFor } from '#shared/locales/translator.ts'

const titles = ['column-title.level', 'column-title.sheet', 'column-title.row', 'column-title.column', 'column-title.sentence'] as const
const levels = { error: 'level.error', confirm: 'level.confirm', note: 'level.note' } as const

interface IssueTable {
  readonly issues: readonly ImportIssue[]
  readonly fileName: string
  readonly locale: Locale
  readonly t: (key: (typeof titles)[number] | (typeof levels)[keyof typeof levels]) => string
}

/** The list of what to mend as a text table, to work through beside the file. Opens in Excel and WPS as it is. */
export function issueTable({ issues, fileName, locale, t }: IssueTable): File {
  const rows = issues.map((issue) => [t(levels[issue.level]), issue.sheet, issue.row === null ? '' : String(issue.row), issue.column ?? '', sentenceFor(locale, 'issues', issue)])
  const text = [titles.map(t), ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
  // The byte order mark tells Excel that it is UTF-8.
  return new File(['\uFEFF', text, '\r\n'], fileName, { type: 'text/csv;charset=utf-8' })
}

/** A text that a workbook program would take for a formula is marked as text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
