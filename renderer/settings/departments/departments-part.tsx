import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { PartFrame } from '../part-frame.tsx'
import styles from '../settings.module.css'
import { DepartmentList } from './department-list.tsx'
import { DepartmentPanel } from './department-panel.tsx'

/** Departments in the order of the organisation's own lists, each with its posts beside it. */
export function DepartmentsPart() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const { data } = useQuery(api.organisation.departments.queryOptions())
  const [selected, select] = useState<string>()
  const department = data?.find(({ id }) => id === selected) ?? data?.[0]
  return (
    <PartFrame name="departments" title={t('part.departments')} text={t('departments.text')} ready={data !== undefined}>
      {data === undefined ? null : (
        <div className={styles.pair}>
          <DepartmentList departments={data} selected={department?.id} onSelect={select} />
          {department === undefined ? null : <DepartmentPanel key={department.id} department={department} />}
        </div>
      )}
    </PartFrame>
  )
}
