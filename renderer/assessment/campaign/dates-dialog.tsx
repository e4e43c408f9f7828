import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenCampaign } from '#shared/contract/assessment.ts'
import { useClient } from '#renderer/app/connection.tsx'
import { DayField, Field } from '#renderer/publicity/field.tsx'
import styles from '#renderer/publicity/publicity.module.css'
import { ActDialog } from '../act-dialog.tsx'

/** By when each step is due. */
export function DatesDialog({ campaign: { id, revision, selfDueOn, officeDueOn, leadDueOn }, onClose }: { campaign: OpenCampaign; onClose: () => void }) {
  const { t } = useTranslation('assessment')
  const client = useClient()
  const [dates, setDates] = useState({ selfDueOn, officeDueOn, leadDueOn })
  return (
    <ActDialog title={t('dates')} act={t('dates.save')} onAct={() => client.assessment.saveDates({ id, revision, ...dates })} onClose={onClose}>
      <div className={styles.form}>
        {(['self', 'office', 'lead'] as const).map((step) => (
          <Field key={step} label={t(`open.field.${step}`)}>{(fieldId) => <DayField id={fieldId} label={t(`open.field.${step}`)} value={dates[`${step}DueOn`]} onChange={(day) => setDates({ ...dates, [`${step}DueOn`]: day })} />}</Field>
        ))}
      </div>
    </ActDialog>
  )
}
