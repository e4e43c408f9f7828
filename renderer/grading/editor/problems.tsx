import { WarningFilled } from '@ant-design/icons'
import { createContext, use } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#shared/model/grading/problem.ts'
import { levelOf } from '#shared/model/scales.ts'
import type { Scale } from '#shared/model/scales.ts'
import { useLocale } from '#renderer/app/language.ts'
import styles from '../grading.module.css'

interface Checked { readonly problems: readonly Problem[]; readonly scale: Scale }

const CheckedContext = createContext<Checked | null>(null)
export const CheckedProvider = CheckedContext

export function useChecked(): Checked {
  const checked = use(CheckedContext)
  if (checked === null) throw new Error('used outside of CheckedProvider')
  return checked
}

/** What is wrong at one place of the method, beside that place. `deep` also tells what is wrong inside of it. */
export function ProblemsAt({ path, deep = false }: { path: Problem['path']; deep?: boolean }) {
  const { t } = useTranslation('grading')
  const locale = useLocale()
  const { problems, scale } = useChecked()
  const here = problems.filter((problem) => (deep || problem.path.length === path.length) && path.every((part, index) => problem.path[index] === part))
  const words = (params: Problem['params']) => ({ ...params, grade: levelOf(scale, String(params['grade'] ?? ''))?.labels[locale] ?? params['grade'] ?? '' })
  return [...new Map(here.map((problem) => [`${problem.code} ${JSON.stringify(problem.params)}`, problem]))].map(([key, { code, params }]) => (
    <p key={key} className={styles.problem} role="alert" data-testid="method-problem" data-code={code}><WarningFilled aria-hidden="true" /> {t(`problem.${code}` as 'problem.threshold-order', words(params))}</p>
  ))
}
