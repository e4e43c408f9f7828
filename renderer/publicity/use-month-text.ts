import { useTranslation } from 'react-i18next'

/** A month `yyyy-mm` as people here write it. */
export function useMonthText(): (month: string) => string {
  const { t, i18n } = useTranslation('publicity')
  return (month) => {
    const [year = '', number = ''] = month.split('-')
    return t('changes.month', { year, month: i18n.language === 'en' ? number : Number(number) })
  }
}
