import { useTranslation } from 'react-i18next'
import type { PublicityList } from '#shared/contract/publicity.ts'
import styles from './publicity.module.css'

/** How a list stands; one whose period is over waits to be closed. */
export function ListState({ list: { state, over } }: { list: PublicityList }) {
  const { t } = useTranslation('publicity')
  return state === 'posted' && over ? <span className={styles.due}>{t('state.over')}</span> : t(`state.${state}`)
}
