import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { useLooking } from '#renderer/app/year/looking.tsx'
import { PageHeader } from '#renderer/components/page-header.tsx'
import { ComparisonPart } from './comparison-part.tsx'
import { CurrentYearPart } from './current-year-part.tsx'
import { FrozenYears } from './frozen-years.tsx'
import styles from './years.module.css'

/** The years: what this one has done so far, those that are frozen, and what lies between any two. */
export function YearsPage() {
  const { t } = useTranslation('shell')
  const api = useApi()
  const { year } = useLooking()
  const frozen = useQuery(api.years.frozen.queryOptions())
  const current = useQuery(api.years.current.queryOptions())
  return (
    <>
      <PageHeader title={t('nav.years')} />
      <div className={styles.page} data-testid="years" data-ready={frozen.data !== undefined && current.data !== undefined}>
        <div className={styles.pair}>
          {current.data === undefined || year !== undefined ? null : <CurrentYearPart current={current.data} />}
          {frozen.data === undefined ? null : <FrozenYears years={frozen.data} />}
        </div>
        {frozen.data === undefined ? null : <ComparisonPart years={frozen.data} />}
      </div>
    </>
  )
}
