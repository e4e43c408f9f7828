import { useTranslation } from 'react-i18next'
import type { OpenCampaign } from '#shared/contract/assessment.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { ActDialog } from '../act-dialog.tsx'

/** Ends a campaign for good. */
export function CloseDialog({ campaign: { id, revision }, onClose }: { campaign: OpenCampaign; onClose: () => void }) {
  const { t } = useTranslation('assessment')
  const client = useClient()
  return <ActDialog title={t('close.title')} text={t('close.text')} act={t('close')} onAct={() => client.assessment.close({ id, revision })} onClose={onClose} />
}
