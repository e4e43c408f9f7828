import {
  fiveConsequences,
  fiveLikelihoods,
  productConsequence,
  productLikelihood,
  threeConsequences,
  threeLikelihoods,
} from './built-in-factors.ts'
import { defaultScales } from '../default-scales.ts'
import { usualOverrides } from './built-in-overrides.ts'
import type { DefinitionOf, MethodDefinition } from './definition.ts'
import type { Criterion, RangeFactor } from './factors.ts'
import { statedMethodFor } from './stated-method.ts'

const threeGrades = { scale: 'three', overrides: [...usualOverrides] }

/** The grade is picked from a described list by field of work. */
export const choiceMethod = {
  kind: 'choice',
  code: 'choice',
  labels: { 'zh-CN': '对照目录法', en: 'Choice from a described list' },
  ...threeGrades,
  factor: {
    kind: 'choice',
    code: 'field-of-work',
    labels: { 'zh-CN': '工作领域', en: 'Field of work' },
    options: [
      {
        value: 'people-and-money',
        grade: 'high',
        labels: {
          'zh-CN': '人事任免、资金分配、资产处置、工程建设和采购等直接配置人、财、物的工作',
          en: 'Appointments, allotment of funds, disposal of assets, works and procurement',
        },
      },
      {
        value: 'decisions-on-rights',
        grade: 'high',
        labels: {
          'zh-CN': '行政许可、处罚、强制、征收等直接决定相对人重大权益的工作',
          en: 'Licences, penalties, coercion, levies and other decisions on essential rights',
        },
      },
      {
        value: 'inspection-and-review',
        grade: 'medium',
        labels: {
          'zh-CN': '检查、审查、确认、核算等对处理结果有较大影响的工作',
          en: 'Inspection, examination, confirmation and assessment that shape a decision',
        },
      },
      {
        value: 'service-and-records',
        grade: 'low',
        labels: {
          'zh-CN': '受理、登记、咨询、档案等以服务和记录为主的工作',
          en: 'Acceptance, registration, advice, records and other services',
        },
      },
    ],
  },
} satisfies DefinitionOf<'choice'>

/** D = L × C. The bounds belong to the heavier grade: 6 × 40 = 240 is high, 6 × 15 = 90 is medium. */
export const productMethod = {
  kind: 'product',
  code: 'product',
  labels: { 'zh-CN': '可能性与危害程度乘积法（D = L × C）', en: 'Likelihood times consequence (D = L × C)' },
  ...threeGrades,
  factors: [productLikelihood, productConsequence],
  thresholds: [
    { atLeast: 240, grade: 'high' },
    { atLeast: 90, grade: 'medium' },
    { atLeast: 0, grade: 'low' },
  ],
} satisfies DefinitionOf<'product'>

/** The product method with all the usual override rules in use. */
export const productWithOverridesMethod = {
  ...productMethod,
  code: 'product-with-overrides',
  labels: {
    'zh-CN': '可能性与危害程度乘积法（D = L × C），适用否决条款',
    en: 'Likelihood times consequence (D = L × C), with override rules',
  },
  overrides: usualOverrides.map((rule) => ({ ...rule, enabled: true })),
} satisfies DefinitionOf<'product'>

/** Products 1–2 low, 3–4 medium, 6–9 high. */
export const threeByThreeMethod = {
  kind: 'matrix',
  code: 'matrix-3x3',
  labels: { 'zh-CN': '风险矩阵法（3×3）', en: 'Risk matrix (3 × 3)' },
  ...threeGrades,
  rows: threeLikelihoods,
  columns: threeConsequences,
  cells: [
    ['low', 'low', 'medium'],
    ['low', 'medium', 'high'],
    ['medium', 'high', 'high'],
  ],
} satisfies DefinitionOf<'matrix'>

/** Products 1–4 low, 5–9 medium, 10–15 high, 16–25 severe. */
export const fiveByFiveMethod = {
  kind: 'matrix',
  code: 'matrix-5x5',
  labels: { 'zh-CN': '风险矩阵法（5×5）', en: 'Risk matrix (5 × 5)' },
  scale: 'four',
  overrides: [...usualOverrides],
  rows: fiveLikelihoods,
  columns: fiveConsequences,
  cells: [
    ['low', 'low', 'low', 'low', 'medium'],
    ['low', 'low', 'medium', 'medium', 'high'],
    ['low', 'medium', 'medium', 'high', 'high'],
    ['low', 'medium', 'high', 'severe', 'severe'],
    ['medium', 'high', 'high', 'severe', 'severe'],
  ],
} satisfies DefinitionOf<'matrix'>

function outOfHundred(code: string, chinese: string, english: string): RangeFactor {
  return { kind: 'range', code, labels: { 'zh-CN': chinese, en: english }, min: 0, max: 100, whole: false }
}

/**
 * Each factor is scored from 0 to 100, so the total is out of 100 too. Its probability and harm are not the likelihood
 * and consequence of the other methods: a score out of 100 is no row or column of a risk matrix.
 */
export const weightedMethod = {
  kind: 'weighted',
  code: 'weighted',
  labels: { 'zh-CN': '加权评分法', en: 'Weighted factors' },
  ...threeGrades,
  factors: [
    { weight: 30, factor: outOfHundred('importance', '权力重要程度', 'Importance of the power') },
    { weight: 25, factor: outOfHundred('discretion', '自由裁量权', 'Discretion') },
    { weight: 25, factor: outOfHundred('probability', '发生概率', 'Probability') },
    { weight: 20, factor: outOfHundred('harm', '危害程度', 'Harm') },
  ],
  thresholds: [
    { atLeast: 80, grade: 'high' },
    { atLeast: 60, grade: 'medium' },
    { atLeast: 0, grade: 'low' },
  ],
} satisfies DefinitionOf<'weighted'>

function criterion(code: string, chinese: string, english: string): Criterion {
  return { kind: 'criterion', code, labels: { 'zh-CN': chinese, en: english } }
}

/**
 * Three or more criteria met are 一级, two 二级, one 三级. A point that meets none gets the lightest grade as well:
 * it stays a risk point of the register and has to stand in the totals by grade, or they would not cross-foot, and
 * somebody has to answer for it.
 */
export const countOfCriteriaMethod = {
  kind: 'count',
  code: 'count-of-criteria',
  labels: { 'zh-CN': '符合项计数法', en: 'Count of criteria' },
  ...threeGrades,
  counted: {
    of: 'criteria',
    criteria: [
      criterion('people-money-assets', '涉及人、财、物的分配或者处置', 'Allots or disposes of people, money or assets'),
      criterion('wide-discretion', '自由裁量空间较大', 'Leaves wide discretion'),
      criterion('one-person', '一人即可办结，缺少制约', 'Can be completed by one person without a check'),
      criterion('not-public', '办理过程或者结果未公开', 'Neither the procedure nor its result is public'),
      criterion('complaints', '有过投诉、举报或者案件', 'Has drawn complaints, reports or a case'),
    ],
  },
  thresholds: [
    { atLeast: 3, grade: 'high' },
    { atLeast: 2, grade: 'medium' },
    { atLeast: 0, grade: 'low' },
  ],
} satisfies DefinitionOf<'count'>

/** The number of risk kinds at a post: 1–2 三级, 3–4 二级, 5 and more 一级. */
export const kindsAtPostMethod = {
  kind: 'count',
  code: 'kinds-at-a-post',
  labels: { 'zh-CN': '岗位风险种类计数法', en: 'Number of risk kinds at a post' },
  ...threeGrades,
  counted: {
    of: 'number',
    factor: {
      kind: 'range',
      code: 'risk-kinds',
      labels: { 'zh-CN': '岗位存在的风险种类数', en: 'Risk kinds at the post' },
      min: 1,
      max: 50,
      whole: true,
    },
  },
  thresholds: [
    { atLeast: 5, grade: 'high' },
    { atLeast: 3, grade: 'medium' },
    { atLeast: 1, grade: 'low' },
  ],
} satisfies DefinitionOf<'count'>

/** Grades as forms state them, on the scale a new register starts with. */
export const statedMethods: readonly MethodDefinition[] = defaultScales.filter(({ code }) => code === threeGrades.scale).map((scale) => statedMethodFor(scale))

/** The methods a new register starts with. Users copy and change them; nothing in the program depends on one. */
export const builtInMethods: readonly MethodDefinition[] = [
  productMethod,
  productWithOverridesMethod,
  threeByThreeMethod,
  fiveByFiveMethod,
  weightedMethod,
  countOfCriteriaMethod,
  kindsAtPostMethod,
  choiceMethod,
  ...statedMethods,
]
