import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SheetReading } from '#shared/contract/exchange.ts'
import type { ImportFile, ImportSession } from './import-session.ts'
import styles from './import.module.css'
import { columnLetters } from '#shared/model/column-letters.ts'
import { decisionFor, IGNORE } from './mapping.ts'
import { meaningOf, orderAt } from './read-as/orders.ts'

type Column = SheetReading['columns'][number]
interface Props { readonly file: ImportFile; readonly reading: SheetReading; readonly session: ImportSession }

/** What each column means. A column that was not known can be given a meaning by hand, which is remembered. */
export function ColumnMapping({ file, reading, session }: Props) {
  const { t } = useTranslation('exchange')
  return (
    <table className={styles.table} data-testid="column-mapping">
      <thead><tr><th scope="col" className={styles.narrow}>{t('mapping.place')}</th><th scope="col">{t('mapping.header')}</th><th scope="col">{t('mapping.samples')}</th><th scope="col">{t('mapping.meaning')}</th></tr></thead>
      <tbody>{reading.columns.map((column) => <ColumnRow key={column.index} column={column} file={file} reading={reading} session={session} />)}</tbody>
    </table>
  )
}

/** What was decided here about a column since the file was read; undefined where nothing was. */
function decisionOn(file: ImportFile, reading: SheetReading, column: Column): string | undefined {
  if (reading.by === 'form') return decisionFor(file.mapping, reading.sheet, column.header)
  const said = orderAt(file.readAs, reading)?.columns?.find(({ index }) => index === column.index)?.meaning
  return said === meaningOf(column) ? undefined : said
}

function ColumnRow({ column, file, reading, session }: Props & { column: Column }) {
  const { t } = useTranslation(['exchange', 'common'])
  const byHand = reading.by !== 'form'
  const decision = decisionOn(file, reading, column)
  const value = decision ?? (byHand ? meaningOf(column) : column.field ?? (column.isIgnored ? IGNORE : undefined))
  // A field belongs to one column: where another one has it, saying so helps more than hiding it.
  const takenBy = (field: string): string | undefined => reading.columns.find((other) => other.index !== column.index && (decisionOn(file, reading, other) ?? other.field) === field)?.header
  const fields = reading.fields.map((field) => {
    const other = takenBy(field)
    const label = t(`column.${field}` as 'column.name')
    return { value: field, label: other === undefined ? label : t('mapping.taken', { label, header: other }), disabled: other !== undefined }
  })
  const factor = byHand && reading.formCode === 'grading-sheet' ? [{ value: 'factor', label: t('mapping.factor') }] : []
  const options = [...fields.filter(({ disabled }) => !disabled), ...factor, { value: IGNORE, label: t('mapping.ignore') }, ...fields.filter(({ disabled }) => disabled)]
  const state = decision !== undefined ? 'decided' : column.isFactor ? 'factor' : value === undefined ? 'unknown' : 'known'
  return (
    <tr data-state={state} data-testid="mapping-row" data-header={column.header}>
      <td className={styles.narrow}>{columnLetters(column.index)}</td>
      <td>{column.header}</td>
      <td className={styles.samples}>{column.samples.length === 0 ? <i>{t('mapping.empty')}</i> : column.samples.join(t('common:listSeparator'))}</td>
      <td className={styles.meaning}>
        <Select
          aria-label={t('mapping.meaning-of', { header: column.header })} value={value} options={options} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false}
          placeholder={t(column.isFactor ? 'mapping.factor' : 'mapping.unknown')} onChange={(field: string) => (byHand ? session.decideMeaning(file.id, reading, column.index, field) : session.decide(file.id, reading.sheet, column.header, field))}
        />
      </td>
    </tr>
  )
}
