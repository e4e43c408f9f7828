import { CheckOutlined, WarningOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ColumnSuggestions } from '#shared/contract/exchange.ts'
import { columnLetters } from '#shared/model/column-letters.ts'
import { IGNORE } from '../mapping.ts'
import { meaningsOf, withChoice } from './draft.ts'
import type { Draft } from './draft.ts'
import styles from './read-as.module.css'

interface Props {
  readonly suggestions: ColumnSuggestions
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly onLight: (column: number | undefined) => void
}

type Column = ColumnSuggestions['columns'][number]

/** What each column holds: as suggested, with what the suggestion rests on, or as chosen. */
export function MeaningList({ suggestions, draft, onDraft, onLight }: Props) {
  const { t } = useTranslation('exchange')
  const meanings = meaningsOf(draft, suggestions)
  const titleOf = new Map(suggestions.columns.map(({ index, title }) => [index, title]))
  const holder = new Map([...meanings].map(([index, meaning]) => [meaning, index]))
  const optionsFor = (own: number) => [
    ...suggestions.fields.map(({ field, required }) => {
      const label = `${t(`column.${field}` as 'column.name')}${required ? ' *' : ''}`
      const other = holder.get(field)
      return { value: field, label: other === undefined || other === own ? label : t('mapping.taken', { label, header: titleOf.get(other) ?? '' }) }
    }),
    ...(suggestions.freeFactors ? [{ value: 'factor', label: t('mapping.factor') }] : []),
    { value: IGNORE, label: t('mapping.ignore') },
  ]
  return (
    <>
      <Required suggestions={suggestions} meanings={meanings} />
      <div className={styles.gridFrame} tabIndex={0}>
        <table className={styles.meanings} data-testid="read-as-columns">
          <thead><tr><th scope="col">{t('mapping.place')}</th><th scope="col">{t('read-as.column')}</th><th scope="col">{t('mapping.meaning')}</th></tr></thead>
          <tbody>
            {suggestions.columns.map((column) => (
              <MeaningRow
                key={column.index} column={column} value={meanings.get(column.index)} isChosen={draft.chosen[column.index] !== undefined} options={optionsFor(column.index)}
                onChoose={(meaning) => onDraft(withChoice(draft, suggestions, { index: column.index, meaning }))} onLight={onLight}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** What the form cannot do without, and whether it has its column. */
function Required({ suggestions, meanings }: { suggestions: ColumnSuggestions; meanings: ReadonlyMap<number, string> }) {
  const { t } = useTranslation('exchange')
  const placed = new Set(meanings.values())
  return (
    <p className={styles.required} data-testid="read-as-required">
      {t('read-as.required')}
      {suggestions.fields.filter(({ required }) => required).map(({ field }) => (
        <span key={field} data-placed={placed.has(field)}>
          {placed.has(field) ? <CheckOutlined aria-hidden="true" /> : <WarningOutlined aria-hidden="true" />} {t(`column.${field}` as 'column.name')}
          {placed.has(field) ? null : <> {t('read-as.not-placed')}</>}
        </span>
      ))}
    </p>
  )
}

interface RowProps {
  readonly column: Column
  readonly value: string | undefined
  readonly isChosen: boolean
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChoose: (meaning: string) => void
  readonly onLight: (column: number | undefined) => void
}

function MeaningRow({ column, value, isChosen, options, onChoose, onLight }: RowProps) {
  const { t } = useTranslation(['exchange', 'common'])
  const { index, title, samples, reason } = column
  const known = options.some((option) => option.value === value)
  return (
    <tr data-testid="meaning-row" data-title={title} data-state={value === undefined ? 'open' : 'placed'} onMouseEnter={() => onLight(index)} onMouseLeave={() => onLight(undefined)} onFocus={() => onLight(index)}>
      <td>{columnLetters(index)}</td>
      <td className={styles.column}><b>{title}</b><small>{samples.length === 0 ? t('mapping.empty') : samples.join(t('common:listSeparator'))}</small></td>
      <td className={styles.meaning}>
        <Select
          aria-label={t('mapping.meaning-of', { header: title })} value={known ? value : undefined} options={[...options]} allowClear showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false}
          placeholder={t('read-as.open')} onChange={(meaning: string | undefined) => onChoose(meaning ?? '')}
        />
        <small>{isChosen || reason === null || value === undefined ? '' : t(`read-as.reason.${reason}`)}</small>
      </td>
    </tr>
  )
}
