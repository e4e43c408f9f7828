import { Checkbox, InputNumber, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { formCodes } from '#shared/contract/exchange.ts'
import type { SheetHead } from '#shared/contract/exchange.ts'
import { mostLevels, withForm, withHeader } from './draft.ts'
import type { Draft } from './draft.ts'
import styles from './read-as.module.css'

interface Props {
  readonly head: SheetHead
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  /** The header row of a table that stands above the chosen header; null where there is none. */
  readonly above: number | null
}

/** A form with what it is known by. */
const FormOption = ({ data }: { data: { label: string; about: string } }) => <span className={styles.option}>{data.label}<small>{data.about}</small></span>

/** Which form it is and where its header stands. */
export function HeaderChoice({ head, draft, onDraft, above }: Props) {
  const { t } = useTranslation('exchange')
  const levels = draft.headerLast - draft.headerFirst + 1
  const rows = head.rows.length
  const options = formCodes.map((value) => ({ value, label: t(`form.${value}`), about: t(`form.${value}.about`) }))
  return (
    <div className={styles.choice}>
      <label>
        <span>{t('read-as.form')}</span>
        <Select
          value={draft.form} options={options} onChange={(form) => onDraft(withForm(draft, form))} popupMatchSelectWidth={false} listHeight={440} className={styles.form ?? ''} data-testid="read-as-form"
          optionRender={FormOption}
        />
      </label>
      <label>
        <span>{t('read-as.header-row')}</span>
        <InputNumber
          min={1} max={rows} value={draft.headerFirst} className={styles.row ?? ''} data-testid="read-as-row"
          onChange={(row) => { if (row !== null && Number.isInteger(row)) onDraft(withHeader(draft, row, head.headerEnds[row - 1] ?? row)) }}
        />
      </label>
      <label>
        <span>{t('read-as.levels')}</span>
        <Segmented
          value={levels} data-testid="read-as-levels"
          options={Array.from({ length: mostLevels }, (_, index) => ({ value: index + 1, label: t('read-as.level', { count: index + 1 }), disabled: draft.headerFirst + index > rows }))}
          onChange={(count) => onDraft(withHeader(draft, draft.headerFirst, draft.headerFirst + count - 1))}
        />
      </label>
      <div className={styles.checks}>
        <Checkbox checked={draft.remember} onChange={({ target }) => onDraft({ ...draft, remember: target.checked })} data-testid="read-as-remember">{t('read-as.remember')}</Checkbox>
        {above === null ? null : <Checkbox checked={draft.keepsAbove} onChange={({ target }) => onDraft({ ...draft, keepsAbove: target.checked })}>{t('read-as.keeps-above', { row: above })}</Checkbox>}
      </div>
    </div>
  )
}
