import { PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { officerRoles } from '#shared/model/roles.ts'
import type { OfficerRole } from '#shared/model/roles.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { PasswordField, PasswordRules } from '../password-field.tsx'
import { FirstPerson } from './first-person.tsx'
import { foundingOf, isComplete, noOfficers } from './founding.ts'
import type { OfficerDraft, PersonDraft } from './founding.ts'
import styles from './found.module.css'
import { useFound } from './use-found.ts'

/** The three officers, and as many as one likes who begin to work in the register. Passwords are never kept as a draft. */
export function FirstPeople() {
  const { t } = useTranslation('people')
  const { found, busy, failure } = useFound()
  const [officers, setOfficers] = useState(noOfficers)
  const [people, setPeople] = useState<readonly PersonDraft[]>([])
  const [asked, setAsked] = useState(false)
  const submit = () => {
    setAsked(true)
    if (isComplete({ officers, people })) void found(foundingOf({ officers, people }))
  }
  const add = () => setPeople([...people, { key: (people.at(-1)?.key ?? 0) + 1, name: '', password: '', role: undefined, whole: false, departments: [] }])
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit}>
      <section className={styles.part} aria-labelledby="found-officers">
        <h2 id="found-officers">{t('found.officers')}</h2>
        <p>{t('found.officers.text')}</p>
        {officerRoles.map((role, index) => <Officer key={role} role={role} first={index === 0} officer={officers[role]} onChange={(officer) => setOfficers({ ...officers, [role]: officer })} />)}
      </section>
      <section className={styles.part} aria-labelledby="found-people">
        <h2 id="found-people">{t('found.people')}</h2>
        <p>{t('found.people.text')}</p>
        {people.map((person) => (
          <FirstPerson
            key={person.key} person={person} onChange={(changed) => setPeople(people.map((one) => (one.key === person.key ? changed : one)))}
            onRemove={() => setPeople(people.filter((one) => one.key !== person.key))}
          />
        ))}
        <Button icon={<PlusOutlined />} onClick={add} data-testid="found-add">{t('found.people.add')}</Button>
      </section>
      <ErrorSentence failure={failure} />
      {asked && !isComplete({ officers, people }) ? <p role="alert" data-testid="found-incomplete">{t('found.incomplete')}</p> : null}
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit" loading={busy} data-testid="found-submit">{t('found.submit')}</Button>
        {busy ? <span className={styles.quiet}>{t('found.submitting')}</span> : null}
      </div>
    </Form>
  )
}

function Officer({ role, first, officer, onChange }: { readonly role: OfficerRole; readonly first: boolean; readonly officer: OfficerDraft; readonly onChange: (officer: OfficerDraft) => void }) {
  const { t } = useTranslation('people')
  const id = `found-${role}`
  return (
    <div className={styles.line}>
      <div><b>{t(`role.${role}`)}</b><small>{t(`role-note.${role}`)}</small></div>
      <Form.Item label={t('found.name')} htmlFor={id}>
        <Input id={id} autoFocus={first} autoComplete="off" value={officer.name} maxLength={100} onChange={(event) => onChange({ ...officer, name: event.target.value })} data-testid={id} />
      </Form.Item>
      <PasswordField id={`${id}-password`} label={t('found.password')} autoComplete="new-password" value={officer.password} onChange={(password) => onChange({ ...officer, password })}>
        {officer.password === '' ? null : <PasswordRules password={officer.password} name={officer.name} />}
      </PasswordField>
    </div>
  )
}
