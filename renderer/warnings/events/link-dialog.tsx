import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SupervisionEvent } from '#shared/contract/warnings.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import { ErrorSentence } from '#renderer/components/error-sentence.tsx'
import { useRefusal } from '#renderer/components/use-refusal.ts'
import publicity from '#renderer/publicity/publicity.module.css'
import { PlaceFields } from '../place-fields.tsx'
import type { Place } from '../place-fields.tsx'

/** Ties an event to a power and, where it is known, to a point. */
export function LinkDialog({ event, onClose }: { event: SupervisionEvent; onClose: () => void }) {
  const { t } = useTranslation(['warnings', 'common'])
  const client = useClient()
  const refresh = useRefresh()
  const refusals = useRefusal()
  const [place, setPlace] = useState<Place>({ powerId: event.powerId, riskPointId: event.riskPointId })
  const save = async () => {
    const { powerId, riskPointId } = place
    if (powerId === null) return
    if (!await refusals.attempt(() => client.warnings.linkEvent({ id: event.id, revision: event.revision, powerId, riskPointId }))) return
    onClose()
    await refresh()
  }
  return (
    <Modal open title={t('events.link.title')} okText={t('events.link')} cancelText={t('common:cancel')} onCancel={onClose} onOk={() => void save()} okButtonProps={{ disabled: place.powerId === null, 'data-testid': 'link-do' }} mask={{ closable: false }}>
      <p>{t('events.link.text', { power: [event.powerCode, event.powerName].filter((part) => part !== '').join(' ') || '—', step: event.step || '—' })}</p>
      <div className={publicity.form}><PlaceFields value={place} onChange={setPlace} powerLabel={event.linkedPower ?? undefined} /></div>
      <ErrorSentence failure={refusals.general} />
    </Modal>
  )
}
