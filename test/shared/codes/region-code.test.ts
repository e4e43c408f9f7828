import { expect, test } from 'vitest'

import { checkRegionCode, regionLevel } from '#shared/model/codes/region-code.ts'

test.each([
  ['350000', 'ok', 'province'],
  ['350100', 'ok', 'city'],
  ['350200', 'ok', 'city'],
  ['350800', 'ok', 'city'],
  ['350802', 'ok', 'county'],
  ['35080', 'length', undefined],
  ['3508000', 'length', undefined],
  ['35080X', 'digits', undefined],
  ['050000', 'digits', undefined],
  ['３50800', 'digits', undefined],
  ['35 800', 'digits', undefined],
] as const)('%s: %s, %s', (code, verdict, level) => {
  expect(checkRegionCode(code)).toBe(verdict)
  expect(regionLevel(code)).toBe(level)
})
