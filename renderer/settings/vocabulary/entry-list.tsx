import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { VocabularyItem, VocabularyKind } from '#shared/contract/organisation.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { OrderHandle } from '../order-handle.tsx'
import styles from '../settings.module.css'
import { useOrdering } from '../use-ordering.ts'

interface Props { readonly kind: VocabularyKind; readonly entries: readonly VocabularyItem[]; readonly selected: string | undefined; readonly onSelect: (code: string) => void }

export function EntryList({ kind, entries, selected, onSelect }: Props) {
  const { t } = useTranslation(['settings', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const tell = useFailureMessage()
  const write = useCallback(async (codes: readonly string[]) => {
    try {
      await client.organisation.orderVocabulary({ kind, codes: [...codes] })
    } catch (error) {
      tell(error)
    }
    await refresh()
  }, [client, kind, refresh, tell])
  const ordering = useOrdering(entries.map(({ code }) => code), write)
  return (
    <div className={styles.list}>
      <div className={styles.scroll}>
        <table className={styles.table} data-testid="entries">
          <thead><tr><th scope="col"><span className="visually-hidden">{t('order')}</span></th><th scope="col">{t('labels.zh-CN')}</th><th scope="col">{t('labels.en')}</th><th scope="col">{t('aliases')}</th><th scope="col">{t('active')}</th></tr></thead>
          <tbody>
            {ordering.order.flatMap((code) => entries.find((entry) => entry.code === code) ?? []).map((entry) => (
              <tr key={entry.code} {...ordering.row(entry.code)} data-selected={entry.code === selected} data-active={entry.active} onClick={() => onSelect(entry.code)} data-testid="entry">
                <td className={styles.grip}><OrderHandle ordering={ordering} id={entry.code} name={entry.labels['zh-CN']} /></td>
                <td className={styles.word}><button type="button" className={styles.pick} aria-pressed={entry.code === selected} onClick={() => onSelect(entry.code)}>{entry.labels['zh-CN']}</button></td>
                <td>{entry.labels.en}</td>
                <td className={styles.quiet}>{entry.aliases.join(t('common:listSeparator'))}</td>
                <td className={styles.narrow}>{t(entry.active ? 'active.yes' : 'active.no')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
