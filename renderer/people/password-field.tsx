import { CheckCircleFilled, MinusCircleOutlined, WarningFilled } from '@ant-design/icons'
import { Form, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { passwordFaultsOf } from '#shared/model/people/password-rules.ts'
import type { PasswordFault } from '#shared/model/people/password-rules.ts'
import styles from './entry.module.css'

interface Props {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly children?: ReactNode
}

/** A password that is typed: hidden unless its eye is pressed, with a word when the capitals are locked. */
export function PasswordField({ id, label, value, onChange, autoComplete, autoFocus = false, disabled = false, children }: Props) {
  const { t } = useTranslation('people')
  const [caps, setCaps] = useState(false)
  const watch = (event: React.KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  return (
    <Form.Item label={label} htmlFor={id}>
      <Input.Password
        id={id} value={value} autoComplete={autoComplete} autoFocus={autoFocus} disabled={disabled} maxLength={500} aria-describedby={`${id}-caps`}
        onChange={(event) => onChange(event.target.value)} onKeyDown={watch} onKeyUp={watch} onBlur={() => setCaps(false)} data-testid={id}
      />
      <p id={`${id}-caps`} className={styles.caps} role="status">{caps ? <><WarningFilled aria-hidden="true" /> {t('sign-in.caps')}</> : null}</p>
      {children}
    </Form.Item>
  )
}

const rules = [
  { key: 'length', faults: ['too-short', 'too-long'] },
  { key: 'kinds', faults: ['too-few-kinds'] },
  { key: 'name', faults: ['contains-name'] },
  { key: 'common', faults: ['common'] },
] as const satisfies readonly { key: string; faults: readonly PasswordFault[] }[]

/** What a new password has to keep to, ticked off while it is typed. */
export function PasswordRules({ password, name }: { readonly password: string; readonly name: string }) {
  const { t } = useTranslation('people')
  const faults: readonly PasswordFault[] = passwordFaultsOf(password, name)
  return (
    <ul className={styles.rules} data-testid="password-rules">
      {rules.map(({ key, faults: against }) => {
        const kept = password !== '' && !faults.some((fault) => against.some((one) => one === fault))
        return <li key={key} data-kept={kept}>{kept ? <CheckCircleFilled aria-hidden="true" /> : <MinusCircleOutlined aria-hidden="true" />} {t(`rule.${key}`)}</li>
      })}
    </ul>
  )
}
