import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaderAfterGrading } from '#shared/model/responsible-leader.ts'
import type { Responsibility } from '#shared/model/responsible-leader.ts'
import { defaultScales } from '#shared/model/scales.ts'

const [scale] = defaultScales
if (scale === undefined) throw new Error('no scale')

const roles = new Map([
  ['chief-leader', { 'zh-CN': '主要领导', en: 'Chief leader' }],
  ['leader-in-charge', { 'zh-CN': '分管领导', en: 'Leader in charge' }],
  ['section-head', { 'zh-CN': '科室负责人', en: 'Section head' }],
])
const table: Responsibility = { scale, roles }

test.each([
  ['high', '主要领导'],
  ['medium', '分管领导'],
  ['low', '科室负责人'],
])('grade %s is answered for by %s where nobody is named', (to, leader) => {
  expect(leaderAfterGrading(table, { stands: null, from: null, to })).toBe(leader)
  expect(leaderAfterGrading(table, { stands: '  ', from: 'high', to })).toBe(leader)
})

test('whoever followed from the grade before, in either language, makes way for the one of the new grade', () => {
  expect(leaderAfterGrading(table, { stands: '主要领导', from: 'high', to: 'low' })).toBe('科室负责人')
  expect(leaderAfterGrading(table, { stands: 'Chief leader', from: 'high', to: 'medium' })).toBe('分管领导')
})

test('the role of another grade was put there on purpose and stays', () => {
  expect(leaderAfterGrading(table, { stands: '分管领导', from: 'high', to: 'low' })).toBe('分管领导')
  expect(leaderAfterGrading(table, { stands: '分管领导', from: null, to: 'low' })).toBe('分管领导')
})

test('the table is the user’s: another role at the level is another leader', () => {
  const levels = scale.levels.map((level) => (level.code === 'low' ? { ...level, responsible: 'leader-in-charge' } : level))
  expect(leaderAfterGrading({ roles, scale: { ...scale, levels } }, { stands: null, from: null, to: 'low' })).toBe('分管领导')
})

test('a grade without a role, or of another scale, changes nothing', () => {
  expect(leaderAfterGrading({ scale, roles: new Map() }, { stands: null, from: null, to: 'high' })).toBeNull()
  expect(leaderAfterGrading(table, { stands: '主要领导', from: 'high', to: 'severe' })).toBe('主要领导')
})

test('a name that is no role is never touched', () => {
  const grade = fc.constantFrom('high', 'medium', 'low')
  const name = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '' && ![...roles.values()].some((words) => Object.values(words).includes(text.trim())))
  fc.assert(fc.property(name, fc.option(grade), grade, (stands, from, to) => {
    expect(leaderAfterGrading(table, { stands, from, to })).toBe(stands)
  }))
})
