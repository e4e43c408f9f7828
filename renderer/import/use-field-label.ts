import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlannedChange } from '#shared/contract/exchange.ts'
import { fieldKeys } from './plan-figures.ts'

/** What a record's field is called on the screens. */
export function useFieldLabel(entity: PlannedChange['entity']): (field: string) => string {
  const { t, i18n } = useTranslation('fields')
  return useCallback((field) => {
    const known = fieldKeys(entity, field).find((key) => i18n.exists(key, { ns: 'fields' }))
    return known === undefined ? field : t(known as 'power.name')
  }, [t, i18n, entity])
}
