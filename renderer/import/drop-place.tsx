import { useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './import.module.css'

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** The whole screen takes files that are dragged onto it. */
export function DropPlace({ onFiles, children }: { onFiles: (files: readonly File[]) => void; children: ReactNode }) {
  const { t } = useTranslation('exchange')
  const [over, setOver] = useState(false)
  return (
    <div
      className={styles.drop} data-over={over}
      onDragOver={(event) => { if (bringsFiles(event)) { event.preventDefault(); setOver(true) } }}
      onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false) }}
      onDrop={(event) => {
        if (!bringsFiles(event)) return
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      {over ? <div className={styles.overlay} aria-hidden="true">{t('drop.here')}</div> : null}
    </div>
  )
}
