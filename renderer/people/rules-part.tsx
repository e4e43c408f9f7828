import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { idleMinutesMost } from '#shared/model/people/idle-minutes.ts'
import { useApi, useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import styles from './people.module.css'

/** What holds for everybody's sign-in: what can be set, and what is fixed. */
export function RulesPart() {
  const { t } = useTranslation('people')
  const api = useApi()
  const { data } = useQuery(api.people.sessionRules.queryOptions())
  return (
    <>
      <p className={styles.intro}>{t('rules.text')}</p>
      <div className={styles.sheet} data-testid="session-rules" data-ready={data !== undefined}>
        {data === undefined ? null : <IdleForm key={data.revision} rules={data} />}
        <h3>{t('rules.fixed')}</h3>
        <ul>{(['password', 'lock-out', 'officers'] as const).map((rule) => <li key={rule}>{t(`rules.fixed.${rule}`)}</li>)}</ul>
      </div>
    </>
  )
}

function IdleForm({ rules }: { readonly rules: { readonly idleMinutes: number; readonly revision: number } }) {
  const { t } = useTranslation(['people', 'settings'])
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [idleMinutes, setIdleMinutes] = useState(rules.idleMinutes)
  const save = () => refusals.attempt(async () => {
    await client.people.saveSessionRules({ idleMinutes, revision: rules.revision })
    await refresh()
    void message.success(t('settings:saved'))
  })
  return (
    <Form layout="vertical" requiredMark={false} onFinish={() => { void save() }}>
      <Form.Item label={t('rules.idle')} htmlFor="idle-minutes" extra={t('rules.idle.note')}>
        <InputNumber id="idle-minutes" min={1} max={idleMinutesMost} precision={0} value={idleMinutes} onChange={(value) => setIdleMinutes(value ?? rules.idleMinutes)} data-testid="idle-minutes" />
      </Form.Item>
      <ErrorSentence failure={refusals.general} />
      <Button type="primary" htmlType="submit" disabled={idleMinutes === rules.idleMinutes} data-testid="save-rules">{t('rules.save')}</Button>
    </Form>
  )
}
