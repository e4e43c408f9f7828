import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rectification } from '#shared/contract/rectification.ts'

/** Who owns an entry: the post, and beside it the person. */
export function useOwnerText(): (entry: Pick<Rectification, 'ownerPostName' | 'owner'>) => string {
  const { t } = useTranslation('common')
  return useCallback(({ ownerPostName, owner }) => {
    if (ownerPostName === null || owner === '') return ownerPostName ?? owner
    return t('withNote', { text: ownerPostName, note: owner })
  }, [t])
}
