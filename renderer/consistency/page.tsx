import { getRouteApi } from '@tanstack/react-router'
import { Button, Progress, Select, Skeleton } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { severities } from '#shared/model/consistency/rules.ts'
import type { RuleCode } from '#shared/model/consistency/rules.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { failureOf } from '#renderer/app/failure.ts'
import { useLocale } from '#renderer/app/language.ts'
import { useMay } from '#renderer/app/session/use-me.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { useDepartments } from '#renderer/components/use-departments.ts'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import styles from './consistency.module.css'
import { FindingsPart } from './findings-part.tsx'
import { RuleList } from './rule-list.tsx'
import type { ConsistencySearch } from './search.ts'
import { useCheck } from './use-check.ts'

const route = getRouteApi('/shell/consistency')
const everywhere: readonly string[] = []

/** Whether the register agrees with itself and is complete, rule by rule, with the way to every record concerned. */
export function ConsistencyPage() {
  const { t } = useTranslation(['consistency', 'common'])
  const { rule, department = everywhere } = route.useSearch()
  const navigate = route.useNavigate()
  const onSearch = useCallback((change: Partial<ConsistencySearch>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true }), [navigate])
  const departments = useDepartments()
  const { check, error, running, progress, again, stop } = useCheck(department)
  const exporting = useExportFindings(department)
  const nothing = check !== undefined && severities.every((level) => check.totals[level] === 0)
  // The heaviest that found something is looked at first.
  const shown = rule ?? severities.flatMap((level) => check?.rules.filter((one) => one.level === level && one.count > 0) ?? [])[0]?.rule
  return (
    <div className={styles.page} data-testid="consistency" data-ready={check !== undefined && !running}>
      <PageHeader title={t('title')} note={check === undefined ? undefined : t('checked', { date: check.checkedOn })}>
        <Select mode="multiple" allowClear maxTagCount="responsive" style={{ width: 220 }} aria-label={t('filter.department')} placeholder={t('filter.department')} options={departments.choices} optionFilterProp="label" value={[...department]} onChange={(ids: string[]) => onSearch({ department: ids.length === 0 ? undefined : ids })} data-testid="department" />
        <Button loading={running} onClick={again} data-testid="check-again">{t('check')}</Button>
        {exporting.may ? <Button disabled={check === undefined || nothing} onClick={() => exporting.save([])} data-testid="export-findings">{t('export')}</Button> : null}
      </PageHeader>
      <p className={styles.intro}>{t('intro')}</p>
      {running && progress !== undefined ? <div className={styles.running}><Progress percent={Math.floor((100 * progress.done) / Math.max(1, progress.total))} status="normal" /><Button size="small" onClick={stop} data-testid="stop-check">{t('common:stop')}</Button></div> : null}
      {error === null ? null : <ErrorSentence failure={failureOf(error)} />}
      {check === undefined ? (running ? <Skeleton active={false} className={styles.loading} /> : error === null ? <p className={styles.intro} data-testid="stopped">{t('stopped')}</p> : null) : (
        <div className={styles.main}>
          <RuleList check={check} chosen={shown} onChoose={(chosen) => onSearch({ rule: chosen })} />
          {shown === undefined
            ? <div className={styles.findings}>{nothing ? <EmptyState title={t('nothing.title')} text={t('nothing.text')} /> : <EmptyState title={t('choose.title')} text={t('choose.text')} />}</div>
            : <FindingsPart key={`${shown} ${department.join()}`} rule={shown} level={check.rules.find((one) => one.rule === shown)?.level ?? 'off'} departmentIds={department} onExport={() => exporting.save([shown])} />}
        </div>
      )}
      <LongWorkDialog work={exporting.work} title={t('export.running')} />
    </div>
  )
}

function useExportFindings(departmentIds: readonly string[]) {
  const client = useClient()
  const locale = useLocale()
  const work = useLongWork()
  const save = async (rules: RuleCode[]) => {
    const file = await work.run((signal) => client.consistency.export({ rules, departmentIds: [...departmentIds], locale }, { signal }))
    if (file !== undefined) downloadFile(file)
  }
  return { work, may: useMay('report.export'), save: (rules: RuleCode[]) => void save(rules) }
}
