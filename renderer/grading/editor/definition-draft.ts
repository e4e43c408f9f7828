import { z } from 'zod'
import { methodDefinitionSchema } from '#shared/model/grading/definition.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'

/** A method as it is while somebody types: everything in its place, texts and lists of types may still be empty. */
export const draftDefinitionSchema = z.custom<MethodDefinition>((value) => methodDefinitionSchema.safeParse(filled(value)).success)

function filled(value: unknown): unknown {
  if (value === '') return 'x'
  if (Array.isArray(value)) return value.length === 0 ? value : value.map(filled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'in' && Array.isArray(part) && part.length === 0 ? ['x'] : filled(part)]))
}

/** Whether every name has its words in both languages and every condition names something. */
export const isComplete = (definition: MethodDefinition): boolean => methodDefinitionSchema.safeParse(definition).success

/** A list with one item changed. */
export const replaced = <T>(list: readonly T[], index: number, item: T): T[] => list.map((other, at) => (at === index ? item : other))

export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index)

/** The first of `option-1`, `option-2` … that is not taken. */
export function freeName(stem: string, taken: readonly string[]): string {
  let number = taken.length + 1
  while (taken.includes(`${stem}-${number}`)) number++
  return `${stem}-${number}`
}
