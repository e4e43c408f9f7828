import { locales } from '#shared/locales/locale.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { translator } from '#shared/locales/translator.ts'
import { appearanceOf, reportEditions, reportFields } from '#shared/model/report-editions.ts'

/** The table of editions as a document, in both languages. */
export const editionsDocument = (): string => `${locales.map(section).join('\n\n')}\n`

function section(locale: Locale): string {
  const t = translator(locale)
  const head = [t('table.field', { ns: 'reportKinds' }), ...reportEditions.map((edition) => t(`edition.${edition}`, { ns: 'reportKinds' }))]
  return [
    `# ${t('table.title', { ns: 'reportKinds' })}`, '', t('table.intro', { ns: 'reportKinds' }), '',
    `| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`,
    ...reportFields.map((field) => `| ${[t(`field.${field}`, { ns: 'reportKinds' }), ...reportEditions.map((edition) => t(`appears.${appearanceOf(field, edition)}`, { ns: 'reportKinds' }))].join(' | ')} |`),
  ].join('\n')
}
