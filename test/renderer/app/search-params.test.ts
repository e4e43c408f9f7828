import { describe, expect, test } from 'vitest'
import { parseSearch, sortOf, stringifySearch } from '#renderer/app/search-params.ts'
import { measureFilterOf, measuresSearchSchema } from '#renderer/measures/search.ts'
import { powersSearchSchema } from '#renderer/powers/search.ts'
import { riskFilterOf, risksSearchSchema } from '#renderer/risks/search.ts'

const department = '0197a000-0000-7000-8000-000000000001'

describe('filters in an address', () => {
  test('an address says in plain words what is shown', () => {
    expect(stringifySearch({ grade: ['high', 'medium'], hasMeasure: false, text: '招标', sort: 'grade.desc', open: undefined, category: [] })).toBe('?grade=high,medium&hasMeasure=no&text=%E6%8B%9B%E6%A0%87&sort=grade.desc')
  })

  test('what was written into an address is read from it again', () => {
    const search = risksSearchSchema.parse({ grade: ['high', ''], department: [department], confirm: true, hasMeasure: false, likelihood: 6, text: 'a&b=c, 100%', sort: 'grade.desc' })
    expect(risksSearchSchema.parse(parseSearch(stringifySearch(search)))).toEqual(search)
  })

  test('an empty item means: none set', () => {
    expect(riskFilterOf(risksSearchSchema.parse(parseSearch('?grade='))).gradeCodes).toEqual([''])
  })

  test('parameters that make no sense are dropped, the rest stays', () => {
    expect(risksSearchSchema.parse(parseSearch('?power=x&stage=maybe&likelihood=much&sort=colour.asc&open=1&grade=high&unknown=1'))).toEqual({ grade: ['high'] })
    expect(powersSearchSchema.parse(parseSearch('?discretion=yes,perhaps&hasRisk=maybe'))).toEqual({ discretion: ['yes'] })
  })

  test('a number in an address becomes a number, yes and no become yes and no', () => {
    expect(riskFilterOf(risksSearchSchema.parse(parseSearch('?likelihood=6&consequence=40&confirm=yes')))).toMatchObject({ likelihood: 6, consequence: 40, toConfirm: true })
    expect(measureFilterOf(measuresSearchSchema.parse(parseSearch('?overdue=no'))).overdue).toBe(false)
  })

  test('an order names its column and direction', () => {
    expect(sortOf('updatedAt.desc')).toEqual({ column: 'updatedAt', direction: 'desc' })
    expect(sortOf(undefined)).toBeUndefined()
  })
})
