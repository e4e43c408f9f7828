import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BuiltPackage } from '#shared/contract/inspection-package.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { downloadFile } from '#renderer/components/download-file.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useLongWork } from '#renderer/components/use-long-work.ts'
import styles from './package.module.css'
import { readPackage } from './read-package.ts'

interface Props {
  readonly order: { readonly year: number; readonly edition: ReportEdition; readonly locale: Locale }
  readonly frozen: boolean
  readonly printsPdf: boolean
  readonly missing: number
  readonly onClose: () => void
  readonly onBuilt: (built: { package: BuiltPackage; file: File }) => void
}

/** Asks what the package is for, builds it and saves it. */
export function BuildDialog({ order, frozen, printsPdf, missing, onClose, onBuilt }: Props) {
  const { t } = useTranslation(['inspectionPackage', 'common'])
  const client = useClient()
  const work = useLongWork()
  const [purpose, setPurpose] = useState('')
  const [pdf, setPdf] = useState(printsPdf)
  const running = work.state.phase !== 'idle'
  const build = async () => {
    const built = await work.run((signal) => client.inspectionPackage.build({ ...order, pdf, purpose: purpose.trim() }, { signal }))
    if (built === undefined) return
    const file = await work.run((signal) => Promise.resolve<AsyncIterator<Progress, File, void>>(readPackage(client, built, signal)))
    if (file === undefined) return
    downloadFile(file)
    onBuilt({ package: built, file })
    onClose()
  }
  return (
    <>
      <Modal
        open={!running} title={t('build.title', { year: order.year })} onCancel={onClose} okText={t('build')} cancelText={t('common:cancel')}
        okButtonProps={{ disabled: purpose.trim() === '' }} onOk={() => void build()}
      >
        <div className={styles.form} data-testid="build-dialog">
          {frozen ? null : <p className={styles.warn}>{t('build.open-year', { year: order.year })}</p>}
          {missing === 0 ? null : <p className={styles.warn}>{t('build.missing', { count: missing })}</p>}
          <label htmlFor="package-purpose"><span>{t('build.purpose')}</span><Input id="package-purpose" value={purpose} maxLength={500} placeholder={t('build.purpose.hint')} onChange={(event) => setPurpose(event.target.value)} onPressEnter={() => { if (purpose.trim() !== '') void build() }} /></label>
          {printsPdf ? <Checkbox checked={pdf} onChange={(event) => setPdf(event.target.checked)} data-testid="package-pdf">{t('build.pdf')}</Checkbox> : <span className={styles.quiet}>{t('build.pdf.none')}</span>}
        </div>
      </Modal>
      <LongWorkDialog work={work} title={t('build.working')} stageText={(stage) => t(`stage.${stage}` as 'stage.item', { defaultValue: stage })} />
    </>
  )
}
