import type { Labels } from '../labels.ts'
import type { OptionFactor } from './factors.ts'

const likelihoodName = { code: 'likelihood', labels: { 'zh-CN': '发生可能性', en: 'Likelihood' } }
const consequenceName = { code: 'consequence', labels: { 'zh-CN': '危害程度', en: 'Consequence' } }

function option(value: number, chinese: string, english: string): { value: number; labels: Labels } {
  return { value, labels: { 'zh-CN': chinese, en: english } }
}

/** L of D = L × C. */
export const productLikelihood: OptionFactor = {
  kind: 'options',
  ...likelihoodName,
  options: [
    option(10, '完全可能', 'To be expected'),
    option(6, '可能性较大', 'Rather likely'),
    option(3, '可能性一般', 'Possible'),
    option(1, '可能性小', 'Unlikely'),
  ],
}

/** C of D = L × C. */
export const productConsequence: OptionFactor = {
  kind: 'options',
  ...consequenceName,
  options: [
    option(100, '后果重大', 'Grave'),
    option(40, '后果较大', 'Serious'),
    option(15, '后果一般', 'Moderate'),
    option(7, '后果较轻', 'Slight'),
  ],
}

export const threeLikelihoods: OptionFactor = {
  kind: 'options',
  ...likelihoodName,
  options: [option(1, '可能性小', 'Unlikely'), option(2, '可能性中等', 'Possible'), option(3, '可能性大', 'Likely')],
}

export const threeConsequences: OptionFactor = {
  kind: 'options',
  ...consequenceName,
  options: [option(1, '较轻', 'Slight'), option(2, '一般', 'Moderate'), option(3, '严重', 'Serious')],
}

export const fiveLikelihoods: OptionFactor = {
  kind: 'options',
  ...likelihoodName,
  options: [
    option(1, '极少发生', 'Rare'),
    option(2, '较少发生', 'Unlikely'),
    option(3, '可能发生', 'Possible'),
    option(4, '较易发生', 'Likely'),
    option(5, '极易发生', 'Almost certain'),
  ],
}

export const fiveConsequences: OptionFactor = {
  kind: 'options',
  ...consequenceName,
  options: [
    option(1, '轻微', 'Negligible'),
    option(2, '较轻', 'Slight'),
    option(3, '一般', 'Moderate'),
    option(4, '严重', 'Serious'),
    option(5, '特别严重', 'Grave'),
  ],
}
