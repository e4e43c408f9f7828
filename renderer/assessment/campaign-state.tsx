import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Campaign } from '#shared/contract/assessment.ts'

/** How far a campaign has come; a provisional one says so wherever it is named. */
export function CampaignState({ campaign: { state, basis } }: { campaign: Pick<Campaign, 'state' | 'basis'> }) {
  const { t } = useTranslation('assessment')
  return <>{t(`state.${state}`)}{basis === 'provisional' && state !== 'dropped' ? <> <Tag color="warning" data-testid="provisional">{t('provisional')}</Tag></> : null}</>
}
