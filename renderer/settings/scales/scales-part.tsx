import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'
import { PartFrame } from '../part-frame.tsx'
import styles from '../settings.module.css'
import { ScaleEditor } from './scale-editor.tsx'

/** The words of the grades, by which other words files know them, their colours, and who answers for which grade. */
export function ScalesPart() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const locale = useLocale()
  const { data } = useQuery(api.organisation.scales.queryOptions())
  const organisation = useQuery(api.organisation.get.queryOptions())
  const [chosen, choose] = useState<string>()
  const usual = organisation.data?.scaleCode
  const inOrder = data?.toSorted((a, b) => Number(b.scale.code === usual) - Number(a.scale.code === usual))
  const stored = data?.find(({ scale }) => scale.code === (chosen ?? usual)) ?? inOrder?.[0]
  return (
    <PartFrame name="scales" title={t('part.scales')} text={t('scales.text')} ready={data !== undefined && organisation.data !== undefined}>
      {inOrder === undefined || stored === undefined ? null : (
        <>
          <Segmented
            className={styles.kinds ?? ''} value={stored.scale.code} onChange={choose} data-testid="scale-choice"
            options={inOrder.map(({ scale, labels }) => ({ value: scale.code, label: scale.code === usual ? t('scales.usual', { name: labels[locale] }) : labels[locale] }))}
          />
          <ScaleEditor key={stored.scale.code} stored={stored} />
        </>
      )}
    </PartFrame>
  )
}
