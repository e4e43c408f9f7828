import { readFileSync, globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { unreadableCodes } from '#core/workbooks/unreadable-workbook.ts'
import { scoringBars } from '#shared/model/assessment/who-scores.ts'
import { consistencyRules } from '#shared/model/consistency/rules.ts'
import { locales } from '#shared/model/labels.ts'
import { translator } from '#shared/locales/translator.ts'
import { errors as english } from '#shared/locales/en/errors.ts'
import { errors as chinese } from '#shared/locales/zh-cn/errors.ts'
import { issues as englishIssues } from '#shared/locales/en/issues.ts'
import { issues as chineseIssues } from '#shared/locales/zh-cn/issues.ts'

const sources = globSync('{electron,shared}/**/*.ts', { exclude: (name) => name.includes('locales') }).map((file) => ({ file, text: readFileSync(file, 'utf8') }))

/** What a pattern's first group finds in the sources, with the file it stands in. */
const found = (pattern: RegExp, within = /./u): { code: string; file: string }[] =>
  sources.filter(({ file }) => within.test(file)).flatMap(({ file, text }) => [...text.matchAll(pattern)].map(([, code = '']) => ({ code, file })))

const places = (text: string): string[] => [...new Set([...text.matchAll(/\{\{(\w+)/gu)].map(([, name = '']) => name))].toSorted()

describe('every refusal has its sentence', () => {
  const refusals = found(/new Refusal\(\s*'([^']+)'/gu)
  const storage = found(/^\s+(?:E[A-Z]+: |\['SQLITE_\w+', )'([a-z.-]+)'/gmu, /storage-refusal/u)
  const workbooks = unreadableCodes.map((code) => ({ code, file: 'unreadable-workbook' }))
  const integrity = found(/code: '(integrity\.[a-z-]+)'/gu)

  test.each(locales)('in %s', (locale) => {
    expect(refusals.length).toBeGreaterThan(60)
    expect(storage.length).toBeGreaterThan(10)
    expect(integrity.length).toBeGreaterThan(5)
    const sentences: Record<string, string> = locale === 'en' ? english : chinese
    const without = [...refusals, ...storage, ...workbooks, ...integrity].filter(({ code }) => !(sentences[code] ?? '').trim())
    expect(without).toEqual([])
  })

  test('also those whose code is put together from a finding', () => {
    const composed = found(/new Refusal\(\s*`([^`]+)`/gu).map(({ code }) => code)
    const known: Record<string, readonly string[]> = {
      'restore.${match[1]}': ['restore.foreign', 'restore.damaged', 'restore.changed-history'],
      'review.${verdict?.why ?? \'not-your-step\'}': ['own-entry', 'own-post', 'own-lowering', 'not-your-step', 'nobody-left'].map((why) => `review.${why}`),
      'review.ladder-${fault}': ['order', 'no-judging-step', 'no-roles', 'determination-optional'].map((fault) => `review.ladder-${fault}`),
      'consistency.${rule.code}': consistencyRules.filter((rule) => 'blocks' in rule).map((rule) => `consistency.${rule.code}`),
      'assessment.${bar}': scoringBars.map((bar) => `assessment.${bar}`),
      'assessment.${why}': [...scoringBars, 'not-asked', 'nobody-left'].map((why) => `assessment.${why}`),
      'form.${what}': found(/unusable\('([a-z-]+)'/gu).map(({ code }) => `form.${code}`),
      'organisation.credit-code.${credit}': Object.keys(chinese).filter((code) => code.startsWith('organisation.credit-code.')),
      'organisation.region-code.${region}': Object.keys(chinese).filter((code) => code.startsWith('organisation.region-code.')),
    }
    expect(composed.filter((code) => known[code] === undefined)).toEqual([])
    for (const codes of Object.values(known)) for (const code of codes) expect([code, code in english, code in chinese]).toEqual([code, true, true])
  })

  test('whatever a code check can find about a code', () => {
    for (const kind of ['credit-code', 'region-code'] as const) {
      const text = readFileSync(`shared/model/codes/${kind}.ts`, 'utf8')
      const findings = [...text.matchAll(/'([a-z-]+)'/gu)].map(([, code = '']) => code).filter((code) => code !== 'ok')
      expect(findings.length).toBeGreaterThan(1)
      for (const finding of findings) expect([finding, `organisation.${kind}.${finding}` in chinese, `organisation.${kind}.${finding}` in english]).toEqual([finding, true, true])
    }
  })
})

test('every code that is said about a row, a column or a sheet has its sentence', () => {
  const said = found(/(?:cells|this)\.(?:refuse|note|confirm)\(\s*'([^']+)'/gu, /core\/exchange/u)
  const passed = found(/cells\.word\([^)]*'([a-z-]+\.unknown)'\)/gu, /core\/exchange/u)
  const listed = found(/code: '([a-z]+\.[a-z-]+)'/gu, /core\/exchange\/(?:facts|draft|plan)/u)
  expect(said.length).toBeGreaterThan(20)
  expect(listed.length).toBeGreaterThan(3)
  const issues: Record<string, string>[] = [chineseIssues, englishIssues]
  expect([...said, ...passed, ...listed].filter(({ code }) => issues.some((sentences) => !sentences[code]?.trim()))).toEqual([])
})

test.each([['errors', chinese, english], ['issues', chineseIssues, englishIssues]] as const)('the sentences of %s leave room for the same values in both languages', (_name, first, second) => {
  const other: Record<string, string> = second
  const different = Object.entries(first).filter(([code, text]) => places(text).join() !== places(other[code] ?? '').join())
  expect(different.map(([code]) => code)).toEqual([])
})

test('a sentence with all its values leaves no brace behind', () => {
  for (const locale of locales) {
    const t = translator(locale)
    for (const code of Object.keys(chinese) as (keyof typeof chinese)[]) {
      const values = Object.fromEntries(places(chinese[code]).map((name) => [name, '7']))
      expect([code, t(code, { ns: 'errors', ...values } as never)]).toEqual([code, expect.not.stringMatching(/\{\{|\}\}|^$/u)])
    }
  }
})
