import { describe, expect, test } from 'vitest'
import { readArguments } from '#hosts/command-line/arguments.ts'
import { languageOf, systemLanguage } from '#hosts/command-line/language.ts'
import { UsageError } from '#hosts/command-line/usage-error.ts'

const table = { data: { type: 'string' }, limit: { type: 'string' }, grade: { type: 'string', multiple: true }, json: { type: 'boolean' } } as const
const read = (...args: string[]) => readArguments(args, table)

function usageOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof UsageError) return error.code
    throw error
  }
  return 'none'
}

describe('what is typed behind a command', () => {
  test('options and arguments in any order', () => {
    const args = read('FILE', '--json', '--data', 'D', '--grade', 'high,中', '--grade=low')
    expect([args.positionals, args.has('json'), args.text('data'), args.all('grade')]).toEqual([['FILE'], true, 'D', ['high', '中', 'low']])
  })

  test.each([
    [['--color'], 'usage.option-unknown'],
    [['-x'], 'usage.option-unknown'],
    [['--constructor'], 'usage.option-unknown'],
    [['--__proto__'], 'usage.option-unknown'],
    [['--data'], 'usage.value-missing'],
    [['--data', '--json'], 'usage.value-missing'],
    [['--data='], 'usage.value-missing'],
    [['--json=yes'], 'usage.value-extra'],
    [['--data', 'a', '--data', 'b'], 'usage.option-twice'],
  ])('%j is wrong usage', (args, code) => {
    expect(usageOf(() => read(...args))).toBe(code)
  })

  test('a value that begins with a dash can be given with =', () => {
    expect(read('--data=-folder').text('data')).toBe('-folder')
    expect(read('--', '--data').positionals).toEqual(['--data'])
  })

  test.each(['0', '-1', '1.5', '1e3', 'ten', ' 5', '999999'])('--limit=%s is no number from 1 to 1000', (value) => {
    expect(usageOf(() => read(`--limit=${value}`).number('limit', { min: 1, max: 1000 }))).toBe('usage.number-wrong')
  })

  test('arguments are counted', () => {
    expect(usageOf(() => read().exactly('FILE'))).toBe('usage.argument-missing')
    expect(usageOf(() => read('a', 'b').exactly('FILE'))).toBe('usage.argument-extra')
    expect(read('a').exactly('FILE')).toEqual(['a'])
    expect(usageOf(() => read().required('data'))).toBe('usage.option-missing')
  })
})

describe('the language', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN' }, 'zh-CN'],
    [{ LANG: 'zh_CN', LC_ALL: '', LC_MESSAGES: 'fr_FR' }, 'en'],
  ])('%j is %s', (variables, locale) => {
    expect(systemLanguage(variables)).toBe(locale)
  })

  test('is named with or without its region', () => {
    expect(['zh', 'zh-CN', 'zh_CN.UTF-8', 'ZH', 'en', 'en-US', 'fr', 'zho', ''].map(languageOf)).toEqual(['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN', 'en', 'en', undefined, undefined, undefined])
  })
})
