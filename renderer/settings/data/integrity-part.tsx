import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { sentenceFor } from '#shared/locales/translator.ts'
import type { integrityProblemSchema } from '#shared/contract/system.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import { PartFrame } from '../part-frame.tsx'
import styles from '../settings.module.css'

interface Examined { readonly at: string; readonly problems: readonly z.infer<typeof integrityProblemSchema>[] }

/** Examines the register from end to end and says what it found. */
export function IntegrityPart() {
  const { t } = useTranslation('settings')
  const client = useClient()
  const work = useLongWork()
  const [examined, setExamined] = useState<Examined>()
  const verify = async () => {
    const result = await work.run((signal) => client.system.verify(undefined, { signal }))
    if (result !== undefined) setExamined({ at: localTime(new Date().toISOString()), problems: result.problems })
  }
  return (
    <PartFrame name="integrity" title={t('part.integrity')} text={t('integrity.text')} ready actions={<Button type="primary" onClick={() => { void verify() }} data-testid="verify">{t('integrity.do')}</Button>}>
      <div className={styles.sheet} aria-live="polite">
        <h3>{t('integrity.what')}</h3>
        <ul className={styles.points}>{(['structure', 'counts', 'gradings', 'search', 'archives', 'history'] as const).map((what) => <li key={what}>{t(`integrity.${what}`)}</li>)}</ul>
        {examined === undefined ? null : <Outcome examined={examined} />}
      </div>
      <LongWorkDialog work={work} title={t('integrity.doing')} />
    </PartFrame>
  )
}

function Outcome({ examined: { at, problems } }: { examined: Examined }) {
  const { t } = useTranslation('settings')
  const locale = useLocale()
  if (problems.length === 0) return <p className={styles.sound} data-testid="sound"><CheckCircleFilled aria-hidden="true" /> {t('integrity.sound', { time: at })}</p>
  return (
    <div className={styles.faulty} role="alert" data-testid="faulty">
      <p><WarningFilled aria-hidden="true" /> {t('integrity.faulty', { count: problems.length, time: at })}</p>
      <ol>{problems.map((problem) => <li key={JSON.stringify(problem)}>{sentenceFor(locale, 'errors', problem)}</li>)}</ol>
    </div>
  )
}
