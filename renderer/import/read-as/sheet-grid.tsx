import { useTranslation } from 'react-i18next'
import type { SheetHead } from '#shared/contract/exchange.ts'
import { columnLetters } from '#shared/model/column-letters.ts'
import { withHeader } from './draft.ts'
import type { Draft } from './draft.ts'
import styles from './read-as.module.css'

interface Props {
  readonly head: SheetHead
  readonly draft: Draft
  /** The column that is being looked at beside the grid. */
  readonly lit: number | undefined
  readonly onDraft: (draft: Draft) => void
}

/** The first rows of the sheet as they stand. A click on a row makes it the header. */
export function SheetGrid({ head, draft, lit, onDraft }: Props) {
  const { t } = useTranslation('exchange')
  const width = Math.max(0, ...head.rows.map((row) => row.findLastIndex((text) => text !== '') + 1))
  const columns = Array.from({ length: width }, (_, column) => column)
  const choose = (row: number) => onDraft(withHeader(draft, row, head.headerEnds[row - 1] ?? row))
  return (
    <section className={styles.half}>
      <p className={styles.hint}>{t('read-as.choose-row')}</p>
      <div className={styles.gridFrame} tabIndex={0}>
        <table className={styles.grid} data-testid="sheet-grid">
          <thead><tr><th scope="col" /> {columns.map((column) => <th key={column} scope="col" data-lit={column === lit}>{columnLetters(column)}</th>)}</tr></thead>
          <tbody>
            {head.rows.map((texts, index) => {
              const row = index + 1
              const part = row < draft.headerFirst ? 'above' : row <= draft.headerLast ? 'header' : 'data'
              return (
                <tr key={row} data-part={part} onClick={() => choose(row)}>
                  <th scope="row"><button type="button" aria-pressed={part === 'header'} aria-label={t('read-as.choose', { row })} onClick={(event) => { event.stopPropagation(); choose(row) }}>{row}</button></th>
                  {columns.map((column) => <td key={column} data-lit={column === lit} title={texts[column]}>{texts[column]}</td>)}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {head.rowTotal > head.rows.length ? <p className={styles.hint}>{t('read-as.first-rows', { shown: head.rows.length, total: head.rowTotal })}</p> : null}
    </section>
  )
}
