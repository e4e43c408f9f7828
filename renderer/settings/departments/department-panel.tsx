import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Department } from '#shared/contract/organisation.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { RecordForm } from '#renderer/components/form/record-form.tsx'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import { savedText } from '../saved-text.ts'
import styles from '../settings.module.css'
import { PostList } from './post-list.tsx'

/** One department: its name and head, and its posts. */
export function DepartmentPanel({ department }: { department: Department }) {
  const { t } = useTranslation('settings')
  const { message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  return (
    <aside className={styles.panel} data-testid="department-panel">
      <header className={styles.panelHead}><h3>{department.name}</h3><WithdrawDepartment department={department} /></header>
      <div className={styles.panelBody}>
        <RecordForm
          draftKey={`draft.settings.department.${department.id}`} base={{ ...department }} saveLabel={t('departments.save')} show={(_field, value) => String(value ?? '')}
          sections={() => [{ fields: [
            { name: 'name', label: t('departments.name'), kind: 'text', required: true },
            { name: 'headTitle', label: t('departments.head'), kind: 'text', note: t('departments.head.note') },
          ] }]}
          onSave={async ({ patch, revision }) => {
            const now = { ...department, ...patch }
            await client.organisation.saveDepartment({ id: department.id, revision, name: savedText(now.name), headTitle: savedText(now.headTitle) || null })
            await refresh()
            void message.success(t('saved'))
          }}
        />
        <PostList department={department} />
      </div>
    </aside>
  )
}

function WithdrawDepartment({ department }: { department: Department }) {
  const { t } = useTranslation(['settings', 'common'])
  const { modal, message } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const tell = useFailureMessage()
  const withdraw = async () => {
    try {
      await client.organisation.withdrawDepartment({ id: department.id })
      await refresh()
      void message.success(t('departments.withdrawn', { name: department.name }))
    } catch (error) {
      tell(error)
    }
  }
  const ask = () => {
    void modal.confirm({
      title: t('departments.withdraw.title', { name: department.name }), content: t('departments.withdraw.text'),
      okText: t('departments.withdraw'), cancelText: t('common:cancel'), autoFocusButton: 'cancel', onOk: withdraw,
    })
  }
  return <Button size="small" onClick={ask} data-testid="withdraw-department">{t('departments.withdraw')}</Button>
}
