import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { PartFrame } from './part-frame.tsx'
import styles from './settings.module.css'

/** What is asked for first when something is to be mended. */
export function AboutPart() {
  const { t } = useTranslation(['settings', 'common'])
  const api = useApi()
  const { data } = useQuery(api.system.about.queryOptions())
  return (
    <PartFrame name="about" title={t('part.about')} text={t('about.text')} ready={data !== undefined}>
      {data === undefined ? null : (
        <dl className={styles.facts}>
          <dt>{t('about.product')}</dt><dd>{t('common:product')}</dd>
          <dt>{t('about.version')}</dt><dd>{data.version}</dd>
          <dt>{t('about.schema')}</dt><dd>{data.schemaVersion}</dd>
          <dt>{t('about.folder')}</dt><dd><code>{data.dataFolder}</code></dd>
          <dt>{t('about.actor')}</dt><dd>{data.actor}</dd>
        </dl>
      )}
    </PartFrame>
  )
}
