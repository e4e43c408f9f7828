import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan, PlannedChange } from '#shared/contract/exchange.ts'
import styles from './import.module.css'
import { ListFilter } from './list-filter.tsx'
import { PagedRows } from './paged-rows.tsx'
import { changesIn } from './plan-figures.ts'
import { useFieldLabel } from './use-field-label.ts'

/** Records an import would enter, change, or leave as they are. */
export function ChangeList({ plan, kind }: { plan: ImportPlan; kind: 'new' | 'changed' | 'unchanged' }) {
  const { t } = useTranslation(['exchange', 'fields'])
  const [sheet, setSheet] = useState('')
  const [entity, setEntity] = useState('')
  const all = useMemo(() => changesIn(plan, kind), [plan, kind])
  const rows = all.filter((change) => (sheet === '' || change.sheet === sheet) && (entity === '' || change.entity === entity))
  if (all.length === 0) return <p className={styles.nothing}>{t(`nothing.${kind}`)}</p>
  return (
    <>
      <ListFilter
        choices={[
          { label: t('filter.kind'), value: entity, all: t('filter.kind.all'), onChange: setEntity, options: [...new Set(all.map((change) => change.entity))].map((value) => ({ value, label: t(`fields:${value}`) })) },
          { label: t('filter.sheet'), value: sheet, all: t('filter.sheet.all'), onChange: setSheet, options: [...new Set(all.map((change) => change.sheet))].map((value) => ({ value, label: value })) },
        ]}
        note={plan.changeTotal > plan.changes.length ? t('shown-first', { shown: plan.changes.length, total: plan.changeTotal }) : t('shown', { count: rows.length })}
      />
      <PagedRows
        rows={rows} testId={`changes-${kind}`}
        head={<tr><th scope="col">{t('column-title.kind')}</th><th scope="col">{t('column-title.content')}</th><th scope="col">{t(`column-title.differences.${kind}`)}</th><th scope="col">{t('column-title.place')}</th></tr>}
      >
        {(page, first) => page.map((change, index) => <ChangeRow key={first + index} change={change} />)}
      </PagedRows>
    </>
  )
}

function ChangeRow({ change }: { change: PlannedChange }) {
  const { t } = useTranslation(['exchange', 'fields'])
  return (
    <tr>
      <td className={styles.narrow}>{t(`fields:${change.entity}`)}</td>
      <td className={styles.label}>{change.label}</td>
      <td>{change.kind === 'changed' ? <Changed change={change} /> : <Filled change={change} />}</td>
      <td className={styles.narrow}>{t('place', { sheet: change.sheet, row: change.row })}</td>
    </tr>
  )
}

/** Field by field: before → after. */
function Changed({ change }: { change: PlannedChange }) {
  const { t } = useTranslation()
  const label = useFieldLabel(change.entity)
  return (
    <dl className={styles.differences}>
      {change.differences.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{label(field)}</dt>
          <dd>{before === null ? <span className={styles.blank}>{t('none')}</span> : <del>{before}</del>}<span aria-hidden="true"> → </span>{after === null ? <span className={styles.blank}>{t('none')}</span> : <ins>{after}</ins>}</dd>
        </div>
      ))}
    </dl>
  )
}

function Filled({ change }: { change: PlannedChange }) {
  const { t } = useTranslation('exchange')
  const label = useFieldLabel(change.entity)
  const filled = change.differences.filter(({ after }) => after !== null && after !== change.label)
  return (
    <dl className={styles.filled}>
      {filled.map(({ field, after }) => <div key={field}><dt>{label(field)}</dt><dd title={after ?? ''}>{after?.replaceAll('\n', t('lineSeparator'))}</dd></div>)}
    </dl>
  )
}
