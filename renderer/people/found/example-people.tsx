import { Button, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exampleFounding, exampleOfficers, examplePeople } from '#shared/model/people/example-people.ts'
import { passwordFaultsOf } from '#shared/model/people/password-rules.ts'
import { officerRoles } from '#shared/model/roles.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { PasswordField, PasswordRules } from '../password-field.tsx'
import styles from './found.module.css'
import { useFound } from './use-found.ts'

/** The people of the example, with one password for all of them. */
export function ExamplePeople() {
  const { t } = useTranslation('people')
  const { found, busy, failure } = useFound()
  const [password, setPassword] = useState('')
  const people = [...officerRoles.map((role) => ({ name: exampleOfficers[role], role, departments: 'all' as const })), ...examplePeople]
  const ready = people.every(({ name }) => passwordFaultsOf(password, name).length === 0)
  return (
    <section className={styles.part} aria-labelledby="found-example">
      <h2 id="found-example">{t('found.example')}</h2>
      <p>{t('found.example.text')}</p>
      <table className={styles.table} data-testid="example-people">
        <thead><tr><th scope="col">{t('found.name')}</th><th scope="col">{t('found.role')}</th><th scope="col">{t('grants.reach')}</th></tr></thead>
        <tbody>{people.map(({ name, role, departments }) => <tr key={name}><td>{name}</td><td>{t(`role.${role}`)}</td><td>{departments === 'all' ? t('reach.all') : departments.join('、')}</td></tr>)}</tbody>
      </table>
      <Form layout="vertical" requiredMark={false} onFinish={() => { if (ready) void found(exampleFounding(password)) }}>
        <div className={styles.one}>
          <PasswordField id="found-example-password" label={t('found.example.password')} autoComplete="new-password" autoFocus value={password} onChange={setPassword}>
            <PasswordRules password={password} name={people[0]?.name ?? ''} />
          </PasswordField>
        </div>
        <ErrorSentence failure={failure} />
        <div className={styles.actions}>
          <Button type="primary" htmlType="submit" loading={busy} disabled={!ready} data-testid="found-submit">{t('found.submit')}</Button>
          {busy ? <span className={styles.quiet}>{t('found.submitting')}</span> : null}
        </div>
      </Form>
    </section>
  )
}
