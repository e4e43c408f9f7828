import { useTranslation } from 'react-i18next'
import { levelOf } from '#shared/model/scales.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useLocale } from '#renderer/app/language.ts'
import tag from '#renderer/components/grade-tag.module.css'

/** A grade of any scale, which need not be the one the register grades by today. */
export function ScaleGrade({ scale, code }: { scale: Scale; code: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const level = levelOf(scale, code)
  return <span className={tag.tag} data-colour={level?.colour ?? 'none'}>{code === '' ? t('ungraded') : level?.labels[locale] ?? code}</span>
}
