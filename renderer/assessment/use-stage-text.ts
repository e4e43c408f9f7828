import { useTranslation } from 'react-i18next'

/** What is being done while figures are computed. */
export function useStageText(): (stage: string) => string {
  const { t } = useTranslation('assessment')
  return (stage) => t(stage === 'open-year' ? 'stage.open-year' : 'stage.figures')
}
