import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '#shared/contract/people.ts'

/** How far a role reaches, in words. */
export function useReachText(): (grant: Account['grants'][number]) => string {
  const { t } = useTranslation('people')
  return useCallback(({ departments }) => (departments === 'all' ? t('reach.all') : departments.map(({ name }) => name).join('、')), [t])
}
