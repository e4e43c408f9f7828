import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { textIn } from '#shared/model/assessment/definition.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { SidePanel } from '#renderer/components/list/side-panel.tsx'
import styles from '#renderer/publicity/publicity.module.css'

/** A department's items in this assessment beside those of earlier ones. */
export function ComparePanel({ id, department, onClose }: { id: string; department: string; onClose: () => void }) {
  const { t } = useTranslation('assessment')
  const api = useApi()
  const locale = useLocale()
  const { data } = useQuery(api.assessment.compare.queryOptions({ input: { id } }))
  return (
    <SidePanel title={t('results.compare', { department })} onClose={onClose} ready={data !== undefined} extra={<Link to="/assessment/sheets/$id" params={{ id }}>{t('results.sheet')}</Link>}>
      <div className={styles.body} data-testid="compare">
        {data?.earlier.length === 0 ? <p className={styles.quiet}>{t('results.compare.none')}</p> : null}
        {data === undefined ? null : (
          <div className={styles.sheet}>
            <table className={styles.table}>
              <thead><tr><th scope="col">{t('column.item')}</th><th scope="col" className={styles.number}>{t('column.now')}</th>{data.earlier.map(({ campaignId, year }) => <th key={campaignId} scope="col" className={styles.number}>{t('column.earlier', { year })}</th>)}</tr></thead>
              <tbody>
                {data.items.map(({ code, text, points, score, earlier }) => (
                  <tr key={code}>
                    <td>{textIn(text, locale)}</td><td className={styles.number}>{score === null ? '—' : t('results.of', { score, points })}</td>
                    {earlier.map((then, at) => <td key={data.earlier[at]?.campaignId} className={styles.number}>{then === null ? '—' : t('results.of', { score: then.score, points: then.points })}</td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    </SidePanel>
  )
}
