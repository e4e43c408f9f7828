import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChooseFiles } from './choose-files.tsx'
import { inOrder } from './import-session.ts'
import type { ImportFile, ImportSession } from './import-session.ts'
import styles from './import.module.css'
import { gains } from './plan-figures.ts'

interface Props {
  readonly files: readonly ImportFile[]
  readonly selected: string | undefined
  readonly session: ImportSession
  readonly onFiles: (files: readonly File[]) => void
}

/** The files in the order in which they are best imported, each with how far it has come. */
export function FileList({ files, selected, session, onFiles }: Props) {
  const { t } = useTranslation('exchange')
  return (
    <aside className={styles.files}>
      <ol aria-label={t('files')} data-testid="import-files">
        {inOrder(files).map((file) => (
          <li key={file.id} data-selected={file.id === selected} data-phase={file.state.phase} data-testid="import-file">
            <button type="button" aria-current={file.id === selected} onClick={() => session.select(file.id)}>
              <b>{file.file.name}</b>
              <span>{<FileNote file={file} />}</span>
            </button>
            <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('file.remove', { name: file.file.name })} title={t('file.remove.title')} onClick={() => session.remove(file.id)} />
          </li>
        ))}
      </ol>
      <ChooseFiles onFiles={onFiles} label={t('choose.more')} />
      <p className={styles.quiet}>{t('files.order')}</p>
    </aside>
  )
}

function FileNote({ file }: { file: ImportFile }) {
  const { t } = useTranslation('exchange')
  const { state } = file
  if (state.phase === 'done') return t(state.batch.state === 'undone' ? 'phase.undone' : 'phase.done', { number: state.batch.number })
  if (state.phase !== 'ready') return t(`phase.${state.phase}`)
  if (file.mappingPending) return t('phase.mapping')
  const { created, updated } = gains(state.plan.summary)
  return created + updated + state.plan.summary.rejected === 0 ? t('phase.nothing') : t('phase.ready', { created, updated, rejected: state.plan.summary.rejected })
}
