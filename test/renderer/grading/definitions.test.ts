import { expect, test } from 'vitest'
import { builtInMethods, productMethod } from '#shared/model/grading/built-in-methods.ts'
import { checkDefinition } from '#shared/model/grading/check-definition.ts'
import type { MethodDefinition } from '#shared/model/grading/definition.ts'
import { defaultScales } from '#shared/model/scales.ts'
import { blankDefinition, methodKinds } from '#renderer/grading/blank-definition.ts'
import { differenceInWords } from '#renderer/grading/definition-difference.ts'
import { draftDefinitionSchema, freeName, isComplete } from '#renderer/grading/editor/definition-draft.ts'

const scaleOf = ({ scale }: MethodDefinition) => {
  const found = defaultScales.find(({ code }) => code === scale)
  if (found === undefined) throw new Error(`no scale ${scale}`)
  return found
}

const words = (definition: MethodDefinition) => ({ definition, scale: scaleOf(definition) })

test('a blank method of every kind and scale is sound in its figures and only waits for its words', () => {
  for (const scale of defaultScales) for (const kind of methodKinds) {
    const blank = blankDefinition(kind, scale)
    expect(checkDefinition(blank, scale), `${kind} on ${scale.code}`).toEqual([])
    expect(isComplete(blank)).toBe(false)
    expect(draftDefinitionSchema.safeParse(blank).success).toBe(true)
  }
})

test('a draft may lack words and types but nothing of its build', () => {
  for (const method of builtInMethods) expect(draftDefinitionSchema.safeParse(method).success).toBe(true)
  expect(draftDefinitionSchema.safeParse({ ...productMethod, overrides: [{ code: 'a', labels: { 'zh-CN': '', en: '' }, when: { fact: 'powerType', in: [] }, atLeast: 'high', enabled: true }] }).success).toBe(true)
  expect(draftDefinitionSchema.safeParse({ ...productMethod, thresholds: [] }).success).toBe(false)
  expect(draftDefinitionSchema.safeParse({ ...productMethod, kind: 'guess' }).success).toBe(false)
})

test('two versions differ in words exactly where they differ', () => {
  expect(differenceInWords(words(productMethod), words(productMethod), 'zh-CN')).toEqual([])
  const [high, ...rest] = productMethod.thresholds
  const stricter = { ...productMethod, thresholds: [{ grade: 'high', atLeast: (high?.atLeast ?? 0) - 60 }, ...rest] } satisfies MethodDefinition
  const lines = differenceInWords(words(productMethod), words(stricter), 'en')
  expect(lines.map(({ kind }) => kind)).toEqual(['gone', 'gone', 'new', 'new'])
  expect(lines[0]?.text).toContain('D ≥ 240')
  expect(lines[2]?.text).toContain('D ≥ 180')
})

test('new parts of a method get codes of their own', () => {
  expect(freeName('factor', [])).toBe('factor-1')
  expect(freeName('factor', ['likelihood', 'factor-3'])).toBe('factor-4')
})
