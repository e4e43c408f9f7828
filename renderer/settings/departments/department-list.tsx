import { Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Department } from '#shared/contract/organisation.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { AddLine } from '../add-line.tsx'
import { OrderHandle } from '../order-handle.tsx'
import styles from '../settings.module.css'
import { useOrdering } from '../use-ordering.ts'
import type { Ordering } from '../use-ordering.ts'

interface Props { readonly departments: readonly Department[]; readonly selected: string | undefined; readonly onSelect: (id: string) => void }

export function DepartmentList({ departments, selected, onSelect }: Props) {
  const { t } = useTranslation(['settings', 'shell'])
  const client = useClient()
  const refresh = useRefresh()
  const tell = useFailureMessage()
  const write = useCallback(async (ids: readonly string[]) => {
    try {
      await client.organisation.orderDepartments({ ids: [...ids] })
    } catch (error) {
      tell(error)
    }
    await refresh()
  }, [client, refresh, tell])
  const ordering = useOrdering(departments.map(({ id }) => id), write)
  const add = async (name: string) => {
    const { id } = await client.organisation.createDepartment({ name })
    await refresh()
    onSelect(id)
  }
  return (
    <div className={styles.list}>
      <div className={styles.scroll}>
        <table className={styles.table} data-testid="departments">
          <thead><tr><th scope="col"><span className="visually-hidden">{t('order')}</span></th><th scope="col">{t('departments.name')}</th><th scope="col">{t('departments.head')}</th><th scope="col" className={styles.number}>{t('shell:nav.powers')}</th><th scope="col" className={styles.number}>{t('shell:nav.risks')}</th><th scope="col" className={styles.number}>{t('shell:nav.measures')}</th></tr></thead>
          <tbody>
            {ordering.order.flatMap((id) => departments.find((department) => department.id === id) ?? []).map((department) => (
              <DepartmentRow key={department.id} department={department} ordering={ordering} selected={department.id === selected} onSelect={onSelect} />
            ))}
          </tbody>
        </table>
        {departments.length === 0 ? <p className={styles.none}>{t('departments.none')}</p> : null}
      </div>
      <AddLine label={t('departments.add')} placeholder={t('departments.add.hint')} onAdd={add} testId="add-department" />
    </div>
  )
}

function DepartmentRow({ department, ordering, selected, onSelect }: { department: Department; ordering: Ordering; selected: boolean; onSelect: (id: string) => void }) {
  const { id, name, headTitle, powers, riskPoints, measures } = department
  return (
    <tr {...ordering.row(id)} data-selected={selected} onClick={() => onSelect(id)} data-testid="department">
      <td className={styles.grip}><OrderHandle ordering={ordering} id={id} name={name} /></td>
      <td><button type="button" className={styles.pick} aria-pressed={selected} onClick={() => onSelect(id)}>{name}</button></td>
      <td>{headTitle}</td>
      <td className={styles.number}><Link to="/powers" search={{ department: [id] }} onClick={(event) => event.stopPropagation()}>{powers}</Link></td>
      <td className={styles.number}><Link to="/risks" search={{ department: [id] }} onClick={(event) => event.stopPropagation()}>{riskPoints}</Link></td>
      <td className={styles.number}><Link to="/measures" search={{ department: [id] }} onClick={(event) => event.stopPropagation()}>{measures}</Link></td>
    </tr>
  )
}
