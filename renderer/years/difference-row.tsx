import { ArrowRightOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Difference } from '#shared/contract/years.ts'
import { translator } from '#shared/locales/translator.ts'
import { useLocale } from '#renderer/app/language.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { GradeTag } from '#renderer/components/grade-tag.tsx'
import styles from './years.module.css'

/** One point: what became of it, what differs in it, and why. */
export function DifferenceRow({ row }: { row: Difference }) {
  const { t } = useTranslation('years')
  const { gradeBefore: before, gradeAfter: after } = row
  return (
    <tr data-testid="difference">
      <td className={styles.kinds}>{row.kinds.map((kind) => <span key={kind} data-kind={kind}>{t(`kind.${kind}`)}</span>)}</td>
      <td>
        <div>{row.stands ? <Link to="/risks" search={{ open: row.id }} title={t('compare.open')}>{row.manifestation}</Link> : <span title={t('compare.gone')}>{row.manifestation}</span>}</div>
        <div className={styles.meta}>{row.powerName}</div>
        <Details row={row} />
      </td>
      <td>{row.departmentName ?? t('compare.no-department')}</td>
      <td className={styles.grades}>{before === after ? <GradeTag code={after} /> : <>{before === null ? null : <GradeTag code={before} />}{before === null || after === null ? null : <ArrowRightOutlined aria-hidden="true" />}{after === null ? null : <GradeTag code={after} />}</>}</td>
      <td><Why row={row} /></td>
    </tr>
  )
}

function Details({ row }: { row: Difference }) {
  const { t } = useTranslation(['years', 'common'])
  const locale = useLocale()
  const separator = t('common:listSeparator')
  const fields = row.fields.map((field) => translator(locale)(`field.${field}` as never, { ns: 'years', defaultValue: field }))
  const lines = [
    ...(fields.length === 0 ? [] : [t('detail.fields', { fields: fields.join(separator) })]),
    ...row.measuresAdded.map((text) => t('detail.measures-added', { text })),
    ...row.measuresGone.map((text) => t('detail.measures-gone', { text })),
    ...row.measuresChanged.map((text) => t('detail.measures-changed', { text })),
  ]
  return lines.length === 0 ? null : <ul className={styles.details}>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
}

function Why({ row: { reason } }: { row: Difference }) {
  const { t } = useTranslation('years')
  const locale = useLocale()
  if (reason === null) return <span className={styles.meta}>{t('reason.unknown')}</span>
  const doing = translator(locale)(`reason.${reason.action}` as never, { ns: 'years', defaultValue: t('reason.other') })
  return (
    <>
      <div>{[doing, reason.text, reason.fileName ?? ''].filter((text) => text !== '').join(locale === 'zh-CN' ? '：' : ': ')}</div>
      <div className={styles.meta}>{[reason.by, reason.approver === null ? '' : t('reason.approver', { name: reason.approver }), localTime(reason.at)].filter((text) => text !== '').join(' · ')}</div>
    </>
  )
}
