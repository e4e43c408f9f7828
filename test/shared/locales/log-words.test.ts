import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decisionActions } from '#shared/model/review/decisions.ts'
import { stepActions } from '#shared/model/warnings/disposal.ts'
import { rectificationActions } from '#shared/model/rectification.ts'
import { actionWord, entityWord } from '#shared/locales/entry-words.ts'
import { locales } from '#shared/model/labels.ts'

const sources = globSync('electron/core/**/*.ts').map((file) => readFileSync(file, 'utf8')).join('\n')
const all = (pattern: RegExp): string[] => [...new Set([...sources.matchAll(pattern)].map(([, code = '']) => code))]

/** Actions that are put together when they are recorded. */
const composed: Readonly<Record<string, readonly string[]>> = {
  '${kind.entity}.change': ['power', 'risk-point', 'control-measure', 'department', 'post'].map((entity) => `${entity}.change`),
  '${kind.entity}.create': ['power', 'risk-point', 'control-measure', 'department', 'post'].map((entity) => `${entity}.create`),
  "${kind.entity}.${state === 'withdrawn' ? 'withdraw' : 'reinstate'}": ['power', 'risk-point', 'control-measure', 'department', 'post'].flatMap((entity) => [`${entity}.withdraw`, `${entity}.reinstate`]),
  'review.${action}': decisionActions.map((action) => `review.${action}`),
  'warning.${action}': stepActions.map((action) => `warning.${action}`),
  'rectification.${action}': rectificationActions.map((action) => `rectification.${action}`),
  // Not recorded under this name: the reasons of a comparison.
  'grading.${row.stage}': [],
}

test.each(locales)('every action and kind of record in the log has its word in %s', (locale) => {
  const known = { locale, vocabulary: (_kind: string, code: string) => code, grade: (code: string) => code }
  const templates = all(/action: `([^`]+)`/gu)
  expect(templates.filter((template) => composed[template] === undefined)).toEqual([])
  const actions = [...all(/action(?:: | = | [!=]=+ |: [^\n,]*\? )'([a-z-]+\.[a-z-]+)'/gu), ...templates.flatMap((template) => composed[template] ?? [])]
  expect(actions.length).toBeGreaterThan(50)
  expect(actions.filter((action) => actionWord(action, known) === undefined)).toEqual([])
  const entities = all(/\bentity: '([a-z-]+)', entityId/gu)
  expect(entities.length).toBeGreaterThan(10)
  expect(entities.filter((entity) => entityWord(entity, known) === entity)).toEqual([])
})
