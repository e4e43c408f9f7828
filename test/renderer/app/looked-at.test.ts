import { expect, test } from 'vitest'
import { YEAR_HEADER } from '#shared/transport/register-year.ts'
import { LookedAtYear } from '#renderer/app/year/looked-at.ts'

test('calls that concern the register name the year that is looked at, all others never do', () => {
  const lookedAt = new LookedAtYear()
  expect(lookedAt.headersFor(['risks', 'list'])).toEqual({})
  lookedAt.year = 2025
  for (const area of ['overview', 'powers', 'risks', 'measures', 'history', 'organisation', 'grading', 'review', 'exchange']) expect(lookedAt.headersFor([area, 'get'])).toEqual({ [YEAR_HEADER]: '2025' })
  for (const area of ['system', 'people', 'years', 'reports']) expect(lookedAt.headersFor([area, 'get'])).toEqual({})
  lookedAt.year = undefined
  expect(lookedAt.headersFor(['risks', 'list'])).toEqual({})
})
