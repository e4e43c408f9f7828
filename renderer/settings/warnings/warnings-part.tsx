import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#renderer/app/connection.tsx'
import { PartFrame } from '../part-frame.tsx'
import styles from '../settings.module.css'
import { LevelsEditor } from './levels-editor.tsx'
import { RulesEditor } from './rules-editor.tsx'
import { SourcesEditor } from './sources-editor.tsx'

const views = ['rules', 'levels', 'sources'] as const

/** What warns, how heavily, within which terms, and where else warnings come from. */
export function WarningsPart() {
  const { t } = useTranslation(['settings', 'warnings'])
  const api = useApi()
  const { data } = useQuery(api.warnings.settings.queryOptions())
  const [view, setView] = useState<(typeof views)[number]>('rules')
  return (
    <PartFrame name="warnings" title={t('part.warnings')} text={t(`warnings:settings.text.${view}`)} ready={data !== undefined}>
      <Segmented className={styles.kinds ?? ''} value={view} onChange={setView} options={views.map((value) => ({ value, label: t(`warnings:settings.${value}`) }))} data-testid="warning-settings" />
      {data === undefined ? null : view === 'rules' ? <RulesEditor rules={data.rules} levels={data.levels} /> : view === 'levels' ? <LevelsEditor stored={data.levels} /> : <SourcesEditor stored={data.sources} />}
    </PartFrame>
  )
}
