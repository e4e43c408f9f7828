import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import styles from '../people.module.css'
import { AddHolding } from './add-holding.tsx'
import { EndHolding } from './end-holding.tsx'

/** Who holds which post from when to when. */
export function HoldingsPart() {
  const { t } = useTranslation('people')
  const api = useApi()
  const { data } = useQuery(api.people.holdings.queryOptions())
  return (
    <>
      <p className={styles.intro}>{t('holdings.text')}</p>
      <div className={styles.list} data-testid="holdings" data-ready={data !== undefined}>
        <table className={styles.table}>
          <thead><tr><th scope="col">{t('holdings.department')}</th><th scope="col">{t('holdings.post')}</th><th scope="col">{t('holdings.person')}</th><th scope="col">{t('holdings.since')}</th><th scope="col">{t('holdings.until')}</th></tr></thead>
          <tbody>
            {data?.map((holding) => (
              <tr key={holding.id} data-testid="holding">
                <td>{holding.department}</td><td>{holding.post}</td><td>{holding.person}</td><td className={styles.narrow}>{holding.since}</td>
                <td className={styles.narrow}>{holding.until ?? <>{t('holdings.lasting')} <EndHolding holding={holding} /></>}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {data?.length === 0 ? <p className={styles.none}>{t('holdings.none')}</p> : null}
        <AddHolding />
      </div>
    </>
  )
}
