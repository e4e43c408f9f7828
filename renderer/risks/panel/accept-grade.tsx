import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RiskDetail } from '#shared/contract/risks.ts'
import { LongWorkDialog } from '#renderer/components/long-work-dialog.tsx'
import { useAccept } from '../use-accept.ts'
import panel from '#renderer/components/list/panel.module.css'

/** Making a declared grade the organisation's own. */
export function AcceptGrade({ risk }: { risk: RiskDetail }) {
  const { t } = useTranslation('risks')
  const { accept, work } = useAccept()
  if (risk.gradingStage !== 'declared') return null
  return (
    <p className={panel.line}>
      <Button onClick={() => void accept([risk.id])} disabled={risk.confirmCode !== null} data-testid="accept">{t('accept.do')}</Button>
      <LongWorkDialog work={work} title={t('accept.running')} inParts />
    </p>
  )
}
