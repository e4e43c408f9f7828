import { array, assert, constant, constantFrom, integer, nat, oneof, property, record, subarray, tuple } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { itemsOf, raters, templateSchema } from '#shared/model/assessment/definition.ts'
import type { Formula, Template } from '#shared/model/assessment/definition.ts'
import { templateFaults } from '#shared/model/assessment/faults.ts'
import { placesOf, resultOf } from '#shared/model/assessment/result.ts'
import { computedScore, halfUp, hundredthsOf, weightedScore } from '#shared/model/assessment/scores.ts'
import { lackOf } from '#shared/model/assessment/standing.ts'
import { suppliedTemplates } from '#shared/model/assessment/seeds/supplied.ts'

const [hundred, four] = suppliedTemplates.map(({ definition }) => definition)
if (hundred === undefined || four === undefined) throw new Error('no supplied templates')

/** Any scores for every item of a template. */
const scoresFor = (template: Template) => tuple(...itemsOf(template).map(({ code, points }) => {
  const score = integer({ min: 0, max: hundredthsOf(points) })
  return record({ self: score, office: score, lead: score }).map((given) => [code, given] as const)
})).map((entries) => new Map(entries))

const vetoesFor = (template: Template) => subarray(template.vetoes.map(({ code }) => code)).map((codes) => new Set(codes))
const templates = constantFrom(hundred, four)
const cases = templates.chain((template) => record({ template: constant(template), scores: scoresFor(template), fired: vetoesFor(template) }))

const resultIn = (...[template, scores, fired]: Parameters<typeof resultOf>) => {
  const result = resultOf(template, scores, fired)
  if (result === undefined) throw new Error('incomplete')
  return result
}

const formulas: Arbitrary<Formula> = oneof(
  constant({ kind: 'share' as const }),
  record({ kind: constant('deduction' as const), perCase: integer({ min: 0, max: 300 }).map((n) => n / 100), floor: integer({ min: 0, max: 500 }).map((n) => n / 100) }),
  record({ kind: constant('yes-no' as const), atLeast: integer({ min: 1, max: 100 }) }),
)
const figures = integer({ min: 0, max: 5000 }).chain((all) => record({ all: constant(all), counts: integer({ min: 0, max: all }) }))

test('a computed score lies between nothing and the full points, and more that counts never gives less', () => {
  assert(property(formulas, integer({ min: 1, max: 2000 }), figures, constantFrom('full' as const, 'zero' as const), (formula, points, figure, nothing) => {
    const item = { points: points / 100, computed: { indicator: 'flowchart' as const, formula, nothing } }
    const score = computedScore(item, figure)
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThanOrEqual(points)
    if (figure.counts < figure.all) expect(computedScore(item, { ...figure, counts: figure.counts + 1 })).toBeGreaterThanOrEqual(score ?? 0)
    if (figure.all > 0 && figure.counts === figure.all) expect(score).toBe(points)
  }))
})

test('rounding is half up to a hundredth, and the weighted score keeps within the scores it weighs', () => {
  expect([halfUp(1, 2), halfUp(5, 10), halfUp(49, 100), halfUp(149, 100), halfUp(150, 100)]).toEqual([1, 1, 0, 1, 2])
  expect(computedScore({ points: 5, computed: { indicator: 'flowchart', formula: { kind: 'share' }, nothing: 'full' } }, { counts: 1, all: 3 })).toBe(167)
  expect(weightedScore({ self: 500, office: 433 }, hundred)).toBeUndefined()
  assert(property(record({ self: nat(1000), office: nat(1000), lead: nat(1000) }), templates, (scores, template) => {
    const asked = raters.filter((rater) => template.weights[rater] > 0).map((rater) => scores[rater])
    const score = weightedScore(scores, template)
    expect(score).toBeGreaterThanOrEqual(Math.min(...asked))
    expect(score).toBeLessThanOrEqual(Math.max(...asked))
  }))
})

test('a total never exceeds the full points and the ceiling of the bonus, and foots with its items in any order', () => {
  assert(property(cases, ({ template, scores }) => {
    const result = resultIn(template, scores, new Set())
    expect(result.base).toBeLessThanOrEqual(hundredthsOf(template.total))
    expect(result.bonus).toBeLessThanOrEqual(hundredthsOf(template.bonus.ceiling))
    const base = template.groups.flatMap(({ items }) => items).reduce((sum, { code }) => sum + (result.items.get(code) ?? 0), 0)
    expect(result.total).toBe(base + result.bonus)
    expect(resultIn({ ...template, groups: template.groups.toReversed(), bands: template.bands.toReversed() }, new Map([...scores].toReversed()), new Set())).toMatchObject({ total: result.total, band: result.band })
  }))
})

test('a veto never raises total or band, and a better score never lowers them', () => {
  assert(property(cases, nat(), ({ template, scores, fired }, at) => {
    const [free, held] = [resultIn(template, scores, new Set()), resultIn(template, scores, fired)]
    expect(held.total).toBeLessThanOrEqual(free.total)
    expect(held.band.rank).toBeGreaterThanOrEqual(free.band.rank)
    const items = itemsOf(template)
    const item = items[at % items.length]
    if (item === undefined) return
    const full = hundredthsOf(item.points)
    const better = resultIn(template, new Map([...scores, [item.code, { self: full, office: full, lead: full }]]), fired)
    expect(better.total).toBeGreaterThanOrEqual(held.total)
    expect(better.band.rank).toBeLessThanOrEqual(held.band.rank)
  }))
})

test('a case in the year holds the best score below the best band, and falsified material leaves nothing', () => {
  const full = new Map(itemsOf(hundred).map(({ code, points }) => [code, { self: hundredthsOf(points), office: hundredthsOf(points), lead: hundredthsOf(points) }]))
  expect(resultIn(hundred, full, new Set())).toMatchObject({ base: 10000, bonus: 500, total: 10500, band: { code: 'winning' } })
  expect(resultIn(hundred, full, new Set(['case']))).toMatchObject({ total: 10500, band: { code: 'reached' } })
  expect(resultIn(hundred, full, new Set(['false', 'case']))).toMatchObject({ total: 0, band: { code: 'missed' } })
})

test('items at zero close the bands that do not allow so many', () => {
  const full = (without: readonly string[]) => new Map(itemsOf(four).map(({ code, points }) => [code, without.includes(code) ? { self: 0, office: 0 } : { self: hundredthsOf(points), office: hundredthsOf(points) }]))
  expect(resultIn(four, full([]), new Set()).band.code).toBe('excellent')
  expect(resultIn(four, full(['lead-meetings']), new Set())).toMatchObject({ total: 9800, zeroItems: 1, band: { code: 'good' } })
  expect(resultIn(four, full(['lead-meetings', 'lead-training']), new Set())).toMatchObject({ total: 9600, zeroItems: 2, band: { code: 'passed' } })
})

test('ties share a place, whoever is named first, and nobody stands before a better band', () => {
  const ranked = array(record({ bandRank: integer({ min: 1, max: 4 }), total: integer({ min: 0, max: 50 }) }), { minLength: 1, maxLength: 20 })
  assert(property(ranked, (results) => {
    const places = placesOf(results)
    const placeOf = new Map(places.map(({ of, place }) => [of, place]))
    for (const { of, place } of placesOf(results.toReversed())) expect(place).toBe(placeOf.get(of))
    for (const one of places) {
      expect(one.place).toBe(1 + results.filter((other) => other.bandRank < one.of.bandRank || (other.bandRank === one.of.bandRank && other.total > one.of.total)).length)
    }
  }))
})

test('the supplied templates are sound, add up to the points the form is known by, and hold no fault', () => {
  for (const { definition } of suppliedTemplates) {
    expect(templateSchema.parse(definition)).toEqual(definition)
    expect(templateFaults(definition)).toEqual([])
    expect(definition.groups.map(({ items }) => items.reduce((sum, { points }) => sum + points, 0))).toEqual([10, 15, 20, 15, 20, 5, 5, 10])
  }
})

test('a template says what does not add up in it', () => {
  const faultsOf = (part: Partial<Template>) => templateFaults({ ...hundred, ...part }).map(({ code }) => code)
  expect(faultsOf({ total: 99 })).toEqual(['points'])
  expect(faultsOf({ weights: { self: 20, office: 40, lead: 30 } })).toEqual(['weights'])
  expect(faultsOf({ bands: hundred.bands.slice(0, 2) })).toEqual(['bands-start'])
  expect(faultsOf({ bands: hundred.bands.map((band) => ({ ...band, rank: 4 - band.rank })) })).toEqual(['bands-order'])
  expect(faultsOf({ bands: hundred.bands.slice(2) })).toEqual(['veto-band', 'veto-band'])
  expect(faultsOf({ bonus: { ...hundred.bonus, ceiling: 0 } })).toEqual(['bonus'])
  expect(faultsOf({ groups: [...hundred.groups, { code: 'lead', name: { 'zh-CN': '空', en: '' }, items: [] }] })).toEqual(['group-empty', 'codes'])
})

test('points taken off, a computed score that was overridden, and a bonus need a reason', () => {
  const item = { points: 500, bonus: false, computed: null, given: null }
  expect(lackOf(item)).toBe('score')
  expect(lackOf({ ...item, given: { score: 500, reason: '' } })).toBeUndefined()
  expect(lackOf({ ...item, given: { score: 400, reason: ' ' } })).toBe('reason-deducted')
  expect(lackOf({ ...item, computed: 300 })).toBeUndefined()
  expect(lackOf({ ...item, computed: 300, given: { score: 300, reason: '' } })).toBeUndefined()
  expect(lackOf({ ...item, computed: 300, given: { score: 500, reason: '' } })).toBe('reason-overridden')
  expect(lackOf({ ...item, bonus: true })).toBeUndefined()
  expect(lackOf({ ...item, bonus: true, given: { score: 100, reason: '' } })).toBe('reason-bonus')
})
