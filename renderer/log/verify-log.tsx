import { CheckCircleFilled, SafetyCertificateOutlined, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { integrityProblemSchema } from '#shared/contract/system.ts'
import { sentenceFor } from '#shared/locales/translator.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { localTime } from '#renderer/app/local-time.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import styles from './log.module.css'

interface Verified { readonly at: string; readonly problems: readonly z.infer<typeof integrityProblemSchema>[] }

/** Verifies the whole register, the log with it: the button, how far it is, and what was found. */
export function useVerifyLog(): { readonly button: ReactNode; readonly dialog: ReactNode; readonly verdict: ReactNode } {
  const { t } = useTranslation('log')
  const client = useClient()
  const work = useLongWork()
  const [verified, setVerified] = useState<Verified>()
  const verify = async () => {
    const result = await work.run((signal) => client.system.verify(undefined, { signal }))
    if (result !== undefined) setVerified({ at: localTime(new Date().toISOString()), problems: result.problems })
  }
  return {
    button: <Button icon={<SafetyCertificateOutlined />} onClick={() => void verify()} data-testid="verify">{t('verify')}</Button>,
    dialog: <LongWorkDialog work={work} title={t('verify.doing')} />,
    verdict: verified === undefined ? null : <Verdict verified={verified} />,
  }
}

function Verdict({ verified: { at, problems } }: { verified: Verified }) {
  const { t } = useTranslation('log')
  const locale = useLocale()
  if (problems.length === 0) return <div className={styles.verdict} role="status" data-testid="sound"><p className={styles.sound}><CheckCircleFilled aria-hidden="true" /> {t('verify.sound', { time: at })}</p></div>
  return (
    <div className={styles.verdict} role="alert" data-testid="faulty">
      <p className={styles.faulty}><WarningFilled aria-hidden="true" /> {t('verify.faulty', { count: problems.length, time: at })}</p>
      <ol>{problems.map((problem) => <li key={JSON.stringify(problem)}>{sentenceFor(locale, 'errors', problem)}</li>)}</ol>
    </div>
  )
}
