import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { organisationLevels } from '#shared/contract/organisation.ts'
import type { OrganisationInput } from '#shared/contract/organisation.ts'
import { foldCode } from '#shared/model/codes/fold-code.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { usePreference } from '#renderer/app/preferences.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import { CodeField } from './code-field.tsx'
import { creditCodeVerdict } from './code-verdict.ts'
import styles from './start.module.css'

const draftSchema = z.object({ name: z.string(), creditCode: z.string(), regionCode: z.string(), level: z.enum(organisationLevels).nullable(), parentName: z.string() })
type Draft = z.infer<typeof draftSchema>
const blank: Draft = { name: '', creditCode: '', regionCode: '', level: null, parentName: '' }

const inputOf = (draft: Draft): OrganisationInput => ({
  name: draft.name.trim(), creditCode: foldCode(draft.creditCode) || null, regionCode: foldCode(draft.regionCode) || null, level: draft.level, parentName: draft.parentName.trim() || null,
})

/** The organisation with which a register begins. What is typed is kept until the register is there. */
export function SetUpForm() {
  const { t } = useTranslation('start')
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal(['name', 'creditCode', 'regionCode'])
  const [draft, setDraft] = usePreference('draft.organisation', draftSchema, blank)
  const [nameMissing, setNameMissing] = useState(false)
  const [working, setWorking] = useState(false)
  const change = (part: Partial<Draft>) => {
    refusals.clear()
    setNameMissing(false)
    setDraft({ ...draft, ...part })
  }
  const submit = async () => {
    if (draft.name.trim() === '') {
      setNameMissing(true)
      document.getElementById('start-name')?.focus()
      return
    }
    setWorking(true)
    const done = await refusals.attempt(() => client.organisation.setUp(inputOf(draft)))
    setWorking(false)
    if (!done) return
    setDraft(blank)
    await refresh()
  }
  return (
    <section className={styles.offer} aria-labelledby="start-set-up">
      <h2 id="start-set-up">{t('set-up.title')}</h2>
      <p>{t('set-up.text')}</p>
      <Form layout="vertical" onFinish={() => { void submit() }} data-testid="set-up">
        <Form.Item label={t('set-up.name')} htmlFor="start-name" required>
          <Input id="start-name" autoFocus value={draft.name} maxLength={200} aria-invalid={nameMissing} onChange={(event) => change({ name: event.target.value })} />
          {nameMissing ? <p className={styles.verdict} data-verdict="faulty" role="alert">{t('set-up.name-missing')}</p> : null}
          <ErrorSentence failure={refusals.of('name')} />
        </Form.Item>
        <div className={styles.pair}>
          <CodeField kind="credit" value={draft.creditCode} failure={refusals.of('creditCode')} onChange={(creditCode) => change({ creditCode })} />
          <CodeField kind="region" value={draft.regionCode} failure={refusals.of('regionCode')} onChange={(regionCode) => change({ regionCode })}>
            {regionOf(draft.creditCode) === undefined ? null : <TakeRegion code={regionOf(draft.creditCode) ?? ''} onTake={(regionCode) => change({ regionCode })} />}
          </CodeField>
          <Form.Item label={t('set-up.level')} htmlFor="start-level">
            <Select
              id="start-level" value={draft.level} allowClear placeholder={t('set-up.optional')}
              options={organisationLevels.map((value) => ({ value, label: t(`level.${value}`) }))} onChange={(level?: Draft['level']) => change({ level: level ?? null })}
            />
          </Form.Item>
          <Form.Item label={t('set-up.parent')} htmlFor="start-parent">
            <Input id="start-parent" value={draft.parentName} maxLength={200} placeholder={t('set-up.optional')} onChange={(event) => change({ parentName: event.target.value })} />
          </Form.Item>
        </div>
        <ErrorSentence failure={refusals.general} />
        <Button className={styles.submit} type="primary" htmlType="submit" loading={working} data-testid="set-up-submit">{t('set-up.submit')}</Button>
      </Form>
    </section>
  )
}

/** Signs 3 to 8 of a credit code name the division of the authority that registered it (GB 32100), most often the organisation's own. */
const regionOf = (creditCode: string): string | undefined => (creditCodeVerdict(creditCode, false).state === 'ok' ? foldCode(creditCode).slice(2, 8) : undefined)

function TakeRegion({ code, onTake }: { code: string; onTake: (code: string) => void }) {
  const { t } = useTranslation('start')
  return <Button className={styles.take} type="link" size="small" onClick={() => onTake(code)}>{t('region.from-credit', { code })}</Button>
}
