import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#shared/contract/consistency.ts'
import { ruleOf } from '#shared/model/consistency/rules.ts'
import type { ConsistencyLevel, RuleCode } from '#shared/model/consistency/rules.ts'
import { Pages } from '#renderer/adjustments/pages.tsx'
import { useApi } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import styles from './consistency.module.css'
import { FindingLink } from './finding-link.tsx'
import { LevelSelect } from './level-select.tsx'
import { ToLedger } from './to-ledger.tsx'
import { useFindingWords } from './use-finding-words.ts'
import { usePrintFindings } from './use-print-findings.ts'

const pageSize = 100

interface Props { readonly rule: RuleCode; readonly level: ConsistencyLevel; readonly departmentIds: readonly string[]; readonly onExport: () => void }

/** What one rule finds: what is wrong, how to mend it, and every record with the way to it. */
export function FindingsPart({ rule, level, departmentIds, onExport }: Props) {
  const { t } = useTranslation('consistency')
  const api = useApi()
  const [offset, setOffset] = useState(0)
  const { data, error } = useQuery(api.consistency.findings.queryOptions({ input: { rule, departmentIds: [...departmentIds], offset, limit: pageSize }, placeholderData: keepPreviousData }))
  const print = usePrintFindings(rule, departmentIds)
  return (
    <section className={styles.findings} data-testid="findings" data-ready={data !== undefined} data-total={data?.total}>
      <header className={styles.head}>
        <div className={styles.title}><h2>{t(`rule.${rule}`)}</h2><LevelSelect rule={rule} level={level} /></div>
        <dl><dt>{t('wrong')}</dt><dd>{t(`wrong.${rule}`)}</dd><dt>{t('mend')}</dt><dd>{t(`mend.${rule}`)}</dd></dl>
        {ruleOf(rule).blocks === 'submit' && level === 'error' ? <p className={styles.quiet}>{t('blocks.submit')}</p> : null}
        <div className={styles.bar}>
          <span>{data === undefined ? null : t('findings.total', { count: data.total })}</span>
          <Button size="small" disabled={(data?.total ?? 0) === 0} onClick={onExport} data-testid="export-rule">{t('export.rule')}</Button>
          <Button size="small" disabled={(data?.total ?? 0) === 0} loading={print.busy} onClick={print.start}>{t('print')}</Button>
        </div>
      </header>
      {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
      {data === undefined ? <Skeleton active={false} /> : data.total === 0 ? <p className={styles.quiet} data-testid="rule-none">{t('rule.none')}</p> : <FindingsTable rule={rule} rows={data.rows} />}
      <Pages total={data?.total ?? 0} offset={offset} size={pageSize} onOffset={setOffset} />
    </section>
  )
}

function FindingsTable({ rule, rows }: { rule: RuleCode; rows: readonly Finding[] }) {
  const { t } = useTranslation('consistency')
  const words = useFindingWords(rule)
  const noted = rows.some((finding) => words.note(finding) !== '')
  const columns = (['number', 'record', 'department', 'note', 'ledger'] as const).filter((column) => noted || column !== 'note')
  return (
    <div className={styles.sheet}>
      <table className={styles.table} aria-label={t('findings.label')}>
        <thead><tr>{columns.map((column) => <th key={column} scope="col">{t(`column.${column}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map((finding) => (
            <tr key={finding.id} data-testid="finding">
              <td className={styles.number}>{finding.number}</td>
              <td><FindingLink finding={finding}>{words.name(finding)}</FindingLink>{finding.within === null ? null : <small>{finding.within}</small>}</td>
              <td>{finding.departmentName}</td>
              {noted ? <td className={styles.note}>{words.note(finding)}</td> : null}
              <td className={styles.tight}><ToLedger rule={rule} finding={finding} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
