import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StoredTemplate } from '#shared/contract/assessment.ts'
import { localTime } from '#renderer/app/local-time.ts'
import styles from './editor.module.css'

/** All versions there were, each to be read. */
export function Versions({ template, onVersion }: { template: StoredTemplate; onVersion: (id: string | undefined) => void }) {
  const { t } = useTranslation('assessment')
  return (
    <section>
      <h3>{t('editor.versions')}</h3>
      <ul className={styles.versions}>
        {template.versions.map(({ id, version, note, createdBy, createdAt, campaigns }, at) => (
          <li key={id}>
            <Button type="link" size="small" disabled={id === template.versionId} onClick={() => onVersion(at === 0 ? undefined : id)}>{t('template.version', { version })}</Button> {campaigns === 0 ? null : `${t('column.used')} ${campaigns}`}
            <small>{createdBy} {localTime(createdAt)}{note === '' ? '' : ` · ${note}`}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
