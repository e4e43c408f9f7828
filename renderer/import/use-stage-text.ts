import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** What an import is busy with. */
export function useStageText(): (stage: string) => string {
  const { t } = useTranslation('exchange')
  return useCallback((stage) => t(`stage.${stage}` as 'stage.read-rows', { defaultValue: '' }), [t])
}
