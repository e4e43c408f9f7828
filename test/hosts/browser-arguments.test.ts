import { expect, test } from 'vitest'
import { browserArguments, WrongUsage } from '#hosts/browser/arguments.ts'

test('without arguments: the own data folder, a free port, a window', () => {
  expect(browserArguments([])).toEqual({ port: 0, open: true })
})

test('all of them', () => {
  expect(browserArguments(['--browser', '--data', '/srv/register', '--port', '4000', '--no-open'])).toEqual({ data: '/srv/register', port: 4000, open: false })
})

test.each([['--port', 'x'], ['--port', '-1'], ['--port', '65536'], ['--port', '80 80'], ['--port'], ['--data'], ['--unknown'], ['file.xlsx']])('wrong usage is said: %s %s', (...args) => {
  expect(() => browserArguments(args)).toThrow(WrongUsage)
})
