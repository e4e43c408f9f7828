import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Scale, ScaleLevel } from '#shared/model/scales.ts'
import { compareSeverity } from '#shared/model/scales.ts'
import { useApi } from '#renderer/app/connection.tsx'
import { useLocale } from '#renderer/app/language.ts'

export interface GradeView {
  readonly code: string
  readonly label: string
  /** The theme's colour slot. */
  readonly colour: ScaleLevel['colour']
  /** 1 is the heaviest. */
  readonly place: number
  readonly steps: number
  readonly severityRank: number
}

export interface ScaleView {
  readonly scale: Scale | undefined
  /** Heaviest first. */
  readonly grades: readonly GradeView[]
  readonly grade: (code: string) => GradeView | undefined
  /** The word of a grade in the current language; the code itself where the scale does not know it. */
  readonly label: (code: string) => string
}

/** The organisation's grade scale in the current language. */
export function useScale(): ScaleView {
  const api = useApi()
  const locale = useLocale()
  const { data } = useQuery(api.organisation.scales.queryOptions())
  return useMemo(() => {
    const scale = data?.find(({ inUse }) => inUse)?.scale
    const levels = scale?.levels.toSorted((a, b) => compareSeverity(b, a)) ?? []
    const grades = levels.map((level, index): GradeView => ({
      code: level.code, label: level.labels[locale], colour: level.colour, place: index + 1, steps: levels.length, severityRank: level.severityRank,
    }))
    const grade = (code: string) => grades.find((view) => view.code === code)
    return { scale, grades, grade, label: (code) => grade(code)?.label ?? code }
  }, [data, locale])
}
