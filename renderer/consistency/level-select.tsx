import { App, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { consistencyLevels } from '#shared/model/consistency/rules.ts'
import type { ConsistencyLevel, RuleCode } from '#shared/model/consistency/rules.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useMay } from '#renderer/app/session/use-me.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import styles from './consistency.module.css'

/** How heavy this office takes a rule to be; for whoever keeps its rules. */
export function LevelSelect({ rule, level }: { rule: RuleCode; level: ConsistencyLevel }) {
  const { t } = useTranslation('consistency')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const fail = useFailureMessage()
  const id = useId()
  if (!useMay('rules.edit')) return null
  const set = async (next: ConsistencyLevel) => {
    try {
      await client.consistency.setLevel({ rule, level: next })
      void message.success(t('level.saved', { level: t(`level.${next}`) }))
      await refresh()
    } catch (error) { fail(error) }
  }
  return (
    <span className={styles.level}>
      <label htmlFor={id}>{t('level.of')}</label>
      <Select id={id} size="small" style={{ width: 110 }} value={level} options={consistencyLevels.map((value) => ({ value, label: t(`level.${value}`) }))} onChange={(next: ConsistencyLevel) => void set(next)} data-testid="level" />
    </span>
  )
}
