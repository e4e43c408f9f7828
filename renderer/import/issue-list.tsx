import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportIssue, ImportPlan } from '#shared/contract/exchange.ts'
import { sentenceFor } from '#shared/locales/translator.ts'
import { useLocale } from '#renderer/app/language.ts'
import { downloadFile } from '#renderer/components/download-file.ts'
import styles from './import.module.css'
import { issueTable } from './issue-table.ts'
import { ListFilter } from './list-filter.tsx'
import { PagedRows } from './paged-rows.tsx'
import { issuesIn } from './plan-figures.ts'

const choicesOf = (values: readonly (string | null)[]) => [...new Set(values)].flatMap((value) => (value === null ? [] : [{ value, label: value }]))

/** What there is to say about single places of the file, with the sentence that says how to mend it. */
export function IssueList({ plan, tab }: { plan: ImportPlan; tab: 'rejected' | 'confirm' | 'note' }) {
  const { t } = useTranslation('exchange')
  const locale = useLocale()
  const [sheet, setSheet] = useState('')
  const [column, setColumn] = useState('')
  const all = useMemo(() => issuesIn(plan, tab), [plan, tab])
  const rows = all.filter((issue) => (sheet === '' || issue.sheet === sheet) && (column === '' || issue.column === column))
  if (all.length === 0) return <p className={styles.nothing}>{t(`nothing.${tab}`)}</p>
  const save = () => downloadFile(issueTable({ issues: plan.issues, fileName: t('issues.file', { name: plan.fileName }), locale, t: (key) => t(key) }))
  return (
    <>
      <ListFilter
        choices={[
          { label: t('filter.sheet'), value: sheet, all: t('filter.sheet.all'), onChange: setSheet, options: choicesOf(all.map((issue) => issue.sheet)) },
          { label: t('filter.column'), value: column, all: t('filter.column.all'), onChange: setColumn, options: choicesOf(all.map((issue) => issue.column)) },
        ]}
        note={plan.issueTotal > plan.issues.length ? t('shown-first', { shown: plan.issues.length, total: plan.issueTotal }) : t(`explain.${tab}`)}
      >
        <Button size="small" type="text" icon={<DownloadOutlined />} onClick={save} data-testid="save-issues">{t('issues.save')}</Button>
      </ListFilter>
      <PagedRows
        rows={rows} testId={`issues-${tab}`}
        head={<tr><th scope="col">{t('column-title.sheet')}</th><th scope="col" className={styles.number}>{t('column-title.row')}</th><th scope="col">{t('column-title.column')}</th><th scope="col">{t(tab === 'rejected' ? 'column-title.sentence' : 'level.note')}</th></tr>}
      >
        {(page, first) => page.map((issue, index) => <IssueRow key={first + index} issue={issue} sentence={sentenceFor(locale, 'issues', issue)} />)}
      </PagedRows>
    </>
  )
}

function IssueRow({ issue, sentence }: { issue: ImportIssue; sentence: string }) {
  return (
    <tr data-code={issue.code}>
      <td className={styles.narrow}>{issue.sheet}</td>
      <td className={styles.number}>{issue.row ?? ''}</td>
      <td className={styles.narrow}>{issue.column ?? ''}</td>
      <td className={styles.label}>{sentence}</td>
    </tr>
  )
}
