import { TableOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { useFailureMessage } from '#renderer/components/use-refusal.ts'
import type { Draft } from './draft.ts'
import { ReadAsDialog } from './read-as-dialog.tsx'
import type { ReadAsProps } from './read-as-dialog.tsx'
import styles from './read-as.module.css'

/** Reading a sheet as another form than it was, or as one at all; and back to how the program itself reads it. */
export function ReadAsButton(props: ReadAsProps) {
  const { file, reading, session } = props
  const { t } = useTranslation('exchange')
  const [open, setOpen] = useState(false)
  // What was chosen survives the closing of the dialog.
  const [draft, setDraft] = useState<Draft>()
  const byHand = reading.by === 'hand' || reading.by === 'memory'
  return (
    <span className={styles.actions}>
      <Button size="small" icon={<TableOutlined />} onClick={() => setOpen(true)} disabled={file.mappingPending} data-testid="read-as-open">
        {t(byHand ? 'read-as.change' : 'read-as')}
      </Button>
      {byHand ? <StopReadingSo file={file} reading={reading} session={session} /> : null}
      {open ? <ReadAsDialog {...props} draft={draft} onDraft={setDraft} onClose={() => setOpen(false)} /> : null}
    </span>
  )
}

/** Takes back what was said about a table; where that was remembered, for the next files as well. */
function StopReadingSo({ file, reading, session }: Omit<ReadAsProps, 'plan'>) {
  const { t } = useTranslation(['exchange', 'common'])
  const { modal } = App.useApp()
  const client = useClient()
  const refresh = useRefresh()
  const tell = useFailureMessage()
  const { layoutId } = reading
  const stop = async () => {
    try {
      if (layoutId !== null) await client.exchange.forgetLayout({ id: layoutId })
      session.readAsBefore(file.id, reading)
      session.recall()
      await refresh()
    } catch (error) {
      tell(error)
    }
  }
  const ask = () => {
    if (layoutId === null) { void stop(); return }
    void modal.confirm({ title: t('remembered.forget-title'), content: t('remembered.forget-text'), okText: t('remembered.forget'), cancelText: t('common:cancel'), autoFocusButton: 'cancel', onOk: stop })
  }
  return <Button size="small" type="text" onClick={ask} disabled={file.mappingPending} data-testid="read-as-stop">{t('read-as.stop')}</Button>
}
