import type { Scale } from '../scale-schema.ts'
import type { DefinitionOf } from './definition.ts'

/** The code under which grades that a form states are recorded. */
export const STATED = 'stated'

/** The only factor of the method: the grade itself, as it stands in the form. */
export const STATED_GRADE = 'stated-grade'

/**
 * The grade as a form or list states it, on a scale. Workbooks bring a grade and no reasons for it; recording it under
 * a method of its own says so, and keeps the other methods to grades that were really arrived at by them.
 */
export function statedMethodFor(scale: Scale): DefinitionOf<'choice'> {
  return {
    kind: 'choice',
    code: STATED,
    labels: { 'zh-CN': '表内等级', en: 'Grade stated in a form' },
    scale: scale.code,
    overrides: [],
    factor: {
      kind: 'choice',
      code: STATED_GRADE,
      labels: { 'zh-CN': '表内等级', en: 'Grade stated' },
      options: scale.levels.map(({ code, labels }) => ({ value: code, grade: code, labels })),
    },
  }
}
