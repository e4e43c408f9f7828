import type { Choice } from './use-vocabulary.ts'

/** In a list of codes or ids the empty one stands for "none set". */
export const withNone = (choices: readonly Choice[], none: string): Choice[] => [...choices, { value: '', label: none }]
