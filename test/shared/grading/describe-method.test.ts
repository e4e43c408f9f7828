import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import {
  builtInMethods,
  choiceMethod,
  countOfCriteriaMethod,
  kindsAtPostMethod,
  productMethod,
  productWithOverridesMethod,
  threeByThreeMethod,
  weightedMethod,
} from '#shared/model/grading/built-in-methods.ts'
import { factorsOf, type MethodDefinition } from '#shared/model/grading/definition.ts'
import { describeMethod } from '#shared/model/grading/describe-method.ts'
import { explain } from '#shared/model/grading/explain.ts'
import { grade } from '#shared/model/grading/grade.ts'
import { type Locale, locales } from '#shared/model/labels.ts'
import { methodWithValues } from './arbitraries.ts'
import { scaleOf, threeGrades } from './scales.ts'

const describeIn = (definition: MethodDefinition, locale: Locale) => describeMethod(definition, scaleOf(definition), locale)
const lastTable = (definition: MethodDefinition, locale: Locale) => describeIn(definition, locale).tables.at(-1)

describe('a method in words', () => {
  it('prints the product method with its options, its formula and its bands', () => {
    expect(describeIn(productMethod, 'zh-CN')).toEqual({
      title: '可能性与危害程度乘积法（D = L × C）',
      paragraphs: ['各因素分值相乘得出分值，按分值确定风险等级。', '计算公式：D = 发生可能性 × 危害程度。'],
      tables: [
        { title: '发生可能性', header: ['选项', '分值'], rows: [['完全可能', '10'], ['可能性较大', '6'], ['可能性一般', '3'], ['可能性小', '1']] },
        { title: '危害程度', header: ['选项', '分值'], rows: [['后果重大', '100'], ['后果较大', '40'], ['后果一般', '15'], ['后果较轻', '7']] },
        { title: '等级标准', header: ['风险等级', '分值'], rows: [['高', 'D ≥ 240'], ['中', '90 ≤ D < 240'], ['低', 'D < 90']] },
      ],
    })
  })

  it('adds the override rules in use, and only those', () => {
    const { paragraphs, tables } = describeIn(productWithOverridesMethod, 'en')
    expect(paragraphs.at(-1)).toContain('only raises')
    expect(tables.at(-1)?.rows).toHaveLength(4)
    expect(tables.at(-1)?.rows[3]).toEqual(['A case of misconduct has happened here', 'High'])
    expect(describeIn(productMethod, 'en').paragraphs.join(' ')).not.toContain('override')
  })

  it('prints weights and the weighted sum', () => {
    const { paragraphs, tables } = describeIn(weightedMethod, 'en')
    expect(paragraphs[1]).toBe('Formula: D = Importance of the power × 30% + Discretion × 25% + Probability × 25% + Harm × 20%.')
    expect(tables[0]).toEqual({
      title: 'Factor',
      header: ['Factor', 'Weight', 'Range'],
      rows: [
        ['Importance of the power', '30%', '0–100'],
        ['Discretion', '25%', '0–100'],
        ['Probability', '25%', '0–100'],
        ['Harm', '20%', '0–100'],
      ],
    })
  })

  it('prints counts as whole numbers', () => {
    expect(lastTable(countOfCriteriaMethod, 'zh-CN')?.rows).toEqual([['高', '≥ 3'], ['中', '2'], ['低', '0–1']])
    expect(lastTable(kindsAtPostMethod, 'zh-CN')).toEqual({
      title: '等级标准',
      header: ['风险等级', '岗位存在的风险种类数'],
      rows: [['高', '≥ 5'], ['中', '3–4'], ['低', '1–2']],
    })
  })

  it('prints a matrix as the table it is', () => {
    expect(describeIn(threeByThreeMethod, 'zh-CN').tables).toEqual([
      {
        title: '等级对照表',
        header: ['发生可能性 \\ 危害程度', '较轻 (1)', '一般 (2)', '严重 (3)'],
        rows: [
          ['可能性小 (1)', '低', '低', '中'],
          ['可能性中等 (2)', '低', '中', '高'],
          ['可能性大 (3)', '中', '高', '高'],
        ],
      },
    ])
  })

  it('prints a choice as cases with their grades', () => {
    expect(lastTable(choiceMethod, 'en')?.header).toEqual(['Field of work', 'Risk grade'])
    expect(lastTable(choiceMethod, 'en')?.rows.map(([, gradeLabel]) => gradeLabel)).toEqual(['High', 'High', 'Medium', 'Low'])
  })

  const everyMethod = builtInMethods.flatMap((method) => locales.map((locale) => ({ code: method.code, method, locale })))

  test.each(everyMethod)('says every label of $code in $locale, in straight tables', ({ method, locale }) => {
    const description = describeIn(method, locale)
    const text = JSON.stringify(description)
    for (const factor of factorsOf(method)) {
      expect(text).toContain(factor.labels[locale])
      if ('options' in factor) for (const { labels } of factor.options) expect(text).toContain(labels[locale])
    }
    for (const { header, rows } of description.tables) for (const row of rows) expect(row).toHaveLength(header.length)
  })

  test.each(everyMethod)('leaves nothing of the other language in $code in $locale', ({ method, locale }) => {
    const { title, paragraphs, tables } = describeIn(method, locale)
    const text = [title, ...paragraphs, ...tables.flatMap((table) => [table.title, ...table.header, ...table.rows.flat()])].join('\n')
    expect(text).not.toMatch(locale === 'en' ? /[\p{Script=Han}\u3000-\u303F]/u : /[A-Za-z]{2,}/u)
  })
})

describe('an explained grading', () => {
  it('shows each factor with its words and what it gives', () => {
    expect(explain(productMethod, { likelihood: 6, consequence: 15 })).toMatchObject({
      factors: [
        { code: 'likelihood', value: 6, valueLabels: { 'zh-CN': '可能性较大' }, contribution: 6 },
        { code: 'consequence', value: 15, valueLabels: { 'zh-CN': '后果一般' }, contribution: 15 },
      ],
      score: 90,
      band: { atLeast: 90, below: 240, grade: 'medium' },
    })
  })

  it('shows weighted shares', () => {
    const { factors, score } = explain(weightedMethod, { importance: 90, discretion: 80, probability: 70, harm: 60 })
    expect(factors.map(({ weight, contribution }) => [weight, contribution])).toEqual([[30, 27], [25, 20], [25, 17.5], [20, 12]])
    expect(score).toBe(76.5)
  })

  it('shows what is there while factors are missing or not offered, without a score', () => {
    const { factors, ...rest } = explain(productMethod, { likelihood: 6, consequence: 41 })
    expect(factors.map(({ value }) => value)).toEqual([6, undefined])
    expect(rest).toEqual({ kind: 'product' })
  })

  it('always tells the score and the band the grade was made of', () => {
    fc.assert(
      fc.property(methodWithValues, ({ definition, values }) => {
        const result = grade(definition, threeGrades, values, {})
        const { score, band } = explain(definition, values)
        expect(result).toMatchObject({ ok: true, ...(score !== undefined && { score, computed: band?.grade }) })
        expect(score === undefined).toBe(definition.kind === 'matrix' || definition.kind === 'choice')
      }),
    )
  })
})
