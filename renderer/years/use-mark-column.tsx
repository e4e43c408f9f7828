import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { yearMarks } from '#shared/model/states.ts'
import type { YearMark } from '#shared/model/states.ts'
import type { GridColumn, GridRow } from '#renderer/components/grid/index.ts'
import styles from './mark.module.css'

/** What the year has done to a record, as a column that can be filtered; what it cancelled shows only when chosen. */
export function useMarkColumn<Row extends GridRow & { readonly yearMark: YearMark | null }>(): GridColumn<Row> {
  const { t } = useTranslation('years')
  return useMemo(() => ({
    id: 'yearMark', title: t('mark'), width: 96, text: ({ yearMark }) => (yearMark === null ? '' : t(`mark.${yearMark}`)),
    render: ({ yearMark }) => (yearMark === null ? null : <span className={styles.mark} data-mark={yearMark}>{t(`mark.${yearMark}`)}</span>),
    filter: { kind: 'choices', param: 'mark', choices: yearMarks.map((mark) => ({ value: mark, label: t(`mark.${mark}`) })) },
  }), [t])
}
