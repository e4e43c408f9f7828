import { HolderOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { Ordering } from './use-ordering.ts'
import styles from './settings.module.css'

/** The grip by which a row is moved. */
export function OrderHandle({ ordering, id, name }: { ordering: Ordering; id: string; name: string }) {
  const { t } = useTranslation('settings')
  const place = ordering.order.indexOf(id) + 1
  return (
    <button type="button" className={styles.handle} {...ordering.handle(id)} title={t('order.hint')} aria-label={t('order.handle', { name, place, of: ordering.order.length })} data-testid="order-handle">
      <HolderOutlined aria-hidden="true" />
    </button>
  )
}
