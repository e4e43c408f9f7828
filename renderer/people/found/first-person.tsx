import { DeleteOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { reachesDepartments } from '#shared/model/people/role-rules.ts'
import { workingRoles } from '#shared/model/roles.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { PasswordField, PasswordRules } from '../password-field.tsx'
import type { PersonDraft } from './founding.ts'
import styles from './found.module.css'

interface Props { readonly person: PersonDraft; readonly onChange: (person: PersonDraft) => void; readonly onRemove: () => void }

/** Somebody who begins to work in the register: name, password, role and the departments it reaches. */
export function FirstPerson({ person, onChange, onRemove }: Props) {
  const { t } = useTranslation('people')
  const api = useApi()
  const { data } = useQuery(api.organisation.departments.queryOptions())
  const { role, name, password, whole, departments } = person
  const id = `found-person-${person.key}`
  return (
    <div className={styles.person} data-testid="found-person">
      <Form.Item label={t('found.name')} htmlFor={id}><Input id={id} autoFocus autoComplete="off" value={name} maxLength={100} onChange={(event) => onChange({ ...person, name: event.target.value })} data-testid={id} /></Form.Item>
      <Form.Item label={t('found.role')} htmlFor={`${id}-role`}>
        <Select id={`${id}-role`} value={role} options={workingRoles.map((value) => ({ value, label: t(`role.${value}`) }))} onChange={(value) => onChange({ ...person, role: value })} data-testid={`${id}-role`} />
      </Form.Item>
      <Form.Item label={t('found.departments')} htmlFor={`${id}-departments`}>
        {role === undefined || reachesDepartments(role) ? (
          <div className={styles.reach}>
            <Select
              id={`${id}-departments`} mode="tags" disabled={whole} value={whole ? [] : [...departments]} placeholder={whole ? t('found.whole') : t('found.departments.several')} title={t('found.departments.hint')} tokenSeparators={['、', ',', '，']}
              options={(data ?? []).map((department) => ({ value: department.name, label: department.name }))} onChange={(names: string[]) => onChange({ ...person, departments: names.map((one) => one.trim()).filter((one) => one !== '') })} data-testid={`${id}-departments`}
            />
            <Checkbox checked={whole} onChange={(event) => onChange({ ...person, whole: event.target.checked })} data-testid={`${id}-whole`}>{t('found.whole')}</Checkbox>
          </div>
        ) : <span className={styles.quiet}>{t('found.whole')}</span>}
      </Form.Item>
      <PasswordField id={`${id}-password`} label={t('found.password')} autoComplete="new-password" value={password} onChange={(next) => onChange({ ...person, password: next })}>
        {password === '' ? null : <PasswordRules password={password} name={name} />}
      </PasswordField>
      <Button type="text" icon={<DeleteOutlined />} aria-label={t('found.people.remove')} title={t('found.people.remove')} onClick={onRemove} />
    </div>
  )
}
