import { useTranslation } from 'react-i18next'
import type { ImportPlan, SheetReading } from '#shared/contract/exchange.ts'
import { sentenceFor } from '#shared/locales/translator.ts'
import { useLocale } from '#renderer/app/language.ts'
import { ColumnMapping } from './column-mapping.tsx'
import type { ImportFile, ImportSession } from './import-session.ts'
import styles from './import.module.css'
import { leftOutGroups } from './left-out.ts'
import { ReadAsButton } from './read-as/read-as-button.tsx'

interface Props { readonly file: ImportFile; readonly plan: ImportPlan; readonly session: ImportSession }

/** How the file was read: which sheets as which form, what was left out and why, and what each column means. */
export function SheetReadings({ file, plan, session }: Props) {
  return (
    <div className={styles.scroll} tabIndex={0}>
      {plan.sheets.map((reading, index) => <Sheet key={`${reading.sheet} ${index}`} reading={reading} file={file} plan={plan} session={session} />)}
    </div>
  )
}

const readBy = { form: 'sheet.read', memory: 'sheet.read.memory', hand: 'sheet.read.hand' } as const

const headerRows = ({ by, headerFirst, headerRow }: SheetReading): string =>
  by === 'form' || headerFirst === headerRow ? String(headerRow ?? 0) : `${headerFirst}–${headerRow}`

const isBlank = ({ leftOut }: SheetReading): boolean => leftOut.some(({ code }) => code === 'sheet.empty')

function Sheet({ reading, file, plan, session }: Props & { reading: SheetReading }) {
  const { t } = useTranslation('exchange')
  const locale = useLocale()
  const missing = plan.issues.filter(({ code, sheet, row }) => code === 'column.missing' && sheet === reading.sheet && row === reading.headerRow)
  const known = reading.formCode !== null
  return (
    <section className={styles.sheet} data-testid="sheet-reading" data-sheet={reading.sheet}>
      <header className={styles.sheetHead}>
        <h3>
          {reading.sheet}
          <span>{known ? t(readBy[reading.by ?? 'form'], { form: t(`form.${reading.formCode}` as 'form.risk-list-9'), header: headerRows(reading), rows: reading.rows }) : t('sheet.left-out')}</span>
        </h3>
        {isBlank(reading) ? null : <ReadAsButton file={file} plan={plan} reading={reading} session={session} />}
      </header>
      {missing.map((issue) => <p key={String(issue.params['field'])} className={styles.missing} role="alert">{sentenceFor(locale, 'issues', issue)}</p>)}
      <LeftOut reading={reading} />
      {known ? <ColumnMapping file={file} reading={reading} session={session} /> : null}
    </section>
  )
}

function LeftOut({ reading }: { reading: SheetReading }) {
  const { t } = useTranslation('exchange')
  const locale = useLocale()
  const groups = leftOutGroups(reading.leftOut)
  if (groups.length === 0) return null
  return (
    <ul className={styles.leftOut}>
      {groups.map(({ code, rows }) => {
        const reason = sentenceFor(locale, 'issues', { code, params: {} })
        return <li key={code}>{rows === '' ? reason : t('left-out.rows', { rows, reason })}</li>
      })}
    </ul>
  )
}
