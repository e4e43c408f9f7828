import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import { Form, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '#renderer/app/failure.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { creditCodeVerdict, regionCodeVerdict } from './code-verdict.ts'
import type { CodeVerdict } from './code-verdict.ts'
import styles from './start.module.css'

interface CodeFieldProps {
  readonly kind: 'credit' | 'region'
  readonly value: string
  readonly onChange: (value: string) => void
  readonly failure: Failure | undefined
  readonly children?: ReactNode
}

const verdicts = { credit: creditCodeVerdict, region: regionCodeVerdict }

/** A code that is checked while it is typed; what core refused stands in place of the running verdict. */
export function CodeField({ kind, value, onChange, failure, children }: CodeFieldProps) {
  const { t } = useTranslation('start')
  const [left, setLeft] = useState(false)
  const verdict = verdicts[kind](value, left)
  const id = `start-${kind}`
  return (
    <Form.Item label={t(`set-up.${kind}-code`)} htmlFor={id}>
      <Input
        id={id} value={value} autoComplete="off" spellCheck={false} aria-describedby={`${id}-verdict`} aria-invalid={verdict.state === 'faulty'}
        onChange={(event) => { onChange(event.target.value); setLeft(false) }} onBlur={() => setLeft(true)}
      />
      {failure === undefined ? <Verdict id={`${id}-verdict`} kind={kind} verdict={verdict}>{children}</Verdict> : <ErrorSentence failure={failure} />}
    </Form.Item>
  )
}

function Verdict({ id, kind, verdict, children }: { id: string; kind: 'credit' | 'region'; verdict: CodeVerdict; children: ReactNode }) {
  const { t } = useTranslation('start')
  const { state, key, count, signs } = verdict
  return (
    <div className={styles.verdict} id={id} data-verdict={state} data-testid={`verdict-${kind}`} aria-live="polite">
      {state === 'ok' ? <CheckCircleFilled aria-hidden="true" /> : state === 'faulty' ? <WarningFilled aria-hidden="true" /> : null}
      {state === 'empty' && children !== undefined && children !== null ? children : <span>{t(`${kind}.${key}` as 'credit.length', { count, signs })}</span>}
    </div>
  )
}
