import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormSection } from '#renderer/components/form/record-form.tsx'
import { useRiskFields } from '../use-risk-fields.tsx'

/** A risk point's form, part by part. */
export function useRiskSections(departmentId: string | null, power: { readonly name: string | undefined; readonly steps: readonly { readonly id: string; readonly name: string }[] }): readonly FormSection[] {
  const { t } = useTranslation('risks')
  const fields = useRiskFields(departmentId, power)
  return useMemo(() => [
    { title: t('section.what'), fields: [fields.manifestation, fields.categoryCode, fields.title, fields.existingRules] },
    { title: t('section.where'), fields: [fields.powerId, fields.departmentId, fields.postId, fields.stepId, fields.pastCase] },
    { title: t('section.who'), fields: [fields.directOwner, fields.departmentHead, fields.responsibleLeader] },
  ], [t, fields])
}
