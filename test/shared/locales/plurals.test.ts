import { describe, expect, test } from 'vitest'
import { en } from '#shared/locales/en/index.ts'
import { translator } from '#shared/locales/translator.ts'
import { zhCn } from '#shared/locales/zh-cn/index.ts'

const namespaces = Object.entries(en) as [string, Record<string, string>][]
const chinese = zhCn as Record<string, Record<string, string>>

// What follows a number and is the same after one as after many.
const neutral = /^(?:in all|.*selected$|.*in hand$|chosen|done|missed|overdue|changed|confirmed|withdrawn|left|must be|of (?:18|6|\{\{total)|more$|×|$)/u
/** A number, perhaps an adjective or two, and a noun in the plural or a word that wants one. */
const counted = /\{\{count\}\} (?<noun>[^,;:.()]*)/u

const values = (text = ''): string[] => [...text.matchAll(/\{\{(\w+)/gu)].map(([, name = '']) => name)

describe('English counts one and many', () => {
  test('a text that counts something has a singular beside it', () => {
    const without = namespaces.flatMap(([namespace, texts]) => Object.entries(texts).flatMap(([key, text]) => {
      const noun = counted.exec(text)?.groups?.['noun']
      if (noun === undefined || key.endsWith('_one') || neutral.test(noun)) return []
      return `${key}_one` in texts ? [] : [`${namespace}:${key}: ${text}`]
    }))
    expect(without).toEqual([])
  })

  test('nothing but a count is followed by a plural that would be wrong after one', () => {
    // These are said of more than a limit.
    const many = /^(?:log\.too-long|report\.too-many-rows|print\.too-many)$/u
    const nouns = 'attempts|cases|days|departments|entries|files|gradings|groups|items|measures|months|objections|powers|problems|records|risk points|rows|sheets|tasks|warnings'
    const plural = new RegExp(`\\{\\{(?!count|limit|of\\b)\\w+\\}\\} (?:more )?(?:${nouns})\\b`, 'u')
    const wrong = namespaces.flatMap(([namespace, texts]) => Object.entries(texts).filter(([key, text]) => !many.test(key) && plural.test(text)).map(([key, text]) => `${namespace}:${key}: ${text}`))
    expect(wrong).toEqual([])
  })

  test('a singular leaves room for nothing its plural does not hold, and belongs to a text of both languages', () => {
    for (const [namespace, texts] of namespaces) {
      for (const key of Object.keys(texts).filter((each) => each.endsWith('_one'))) {
        const many = key.slice(0, -'_one'.length)
        expect([key, many.startsWith('unit.') || many in (chinese[namespace] ?? {})]).toEqual([key, true])
        expect(values(texts[many])).toEqual(expect.arrayContaining(values(texts[key])))
      }
    }
  })

  test('every unit that a sentence brings in is there', () => {
    const named = namespaces.flatMap(([, texts]) => Object.values(texts).flatMap((text) => [...text.matchAll(/\$t\(common:(unit\.\w+), \{"count": \{\{\w+\}\} \}\)/gu)].map(([, unit = '']) => unit)))
    expect(named.length).toBeGreaterThan(20)
    const common: Record<string, string> = en.common
    expect(named.filter((unit) => common[unit] === undefined || common[`${unit}_one`] === undefined)).toEqual([])
  })
})

test('the line of the overview speaks of one warning and of several', () => {
  const t = translator('en')
  expect(t('attention.openWarnings', { ns: 'overview', count: 1 })).toBe('warning not lifted yet')
  expect(t('attention.openWarnings', { ns: 'overview', count: 2 })).toBe('warnings not lifted yet')
  expect(translator('zh-CN')('attention.openWarnings', { ns: 'overview', count: 1 })).toBe('条预警尚未解除')
})

test('a sentence with several numbers counts each of them', () => {
  const t = translator('en')
  expect(t('reason.copied-text', { ns: 'warnings', points: 2, places: 1, departments: 'Office' })).toBe('The same manifestation stands at 2 risk points in 1 department or post (Office).')
  expect(t('department.in-use', { ns: 'errors', name: 'Office', powers: 1, points: 3, measures: 0, posts: 1 })).toContain('still has 1 power, 3 risk points, 0 measures and 1 post, so')
})

test('text of users that looks like a reference to another text is shown as it is', () => {
  const shown = translator('en')('department.in-use', { ns: 'errors', name: '$t(common:save)', powers: 1, points: 1, measures: 1, posts: 1 })
  expect(shown).toContain('$t(common:save)')
})
