import type { Locale } from '../labels.ts'

/** The few words between a method's own labels when it is printed. */
export type MethodWords = {
  readonly intro: Readonly<Record<'choice' | 'product' | 'matrix' | 'weighted' | 'criteria' | 'number', string>>
  readonly overrides: string
  readonly score: string
  readonly value: string
  readonly option: string
  readonly factor: string
  readonly range: string
  readonly weight: string
  readonly grade: string
  readonly bands: string
  readonly cells: string
  readonly criteria: string
  readonly number: string
  readonly overrideRules: string
  readonly overrideRule: string
  readonly atLeastGrade: string
  readonly criteriaMet: string
  /** Every score. */
  readonly any: string
  readonly formula: (expression: string) => string
  readonly rangeText: (min: number, max: number, whole: boolean) => string
}

const chinese: MethodWords = {
  intro: {
    choice: '对照下表所列情形，直接确定风险等级。',
    product: '各因素分值相乘得出分值，按分值确定风险等级。',
    matrix: '按两项因素在下表中的交叉位置确定风险等级。',
    weighted: '各因素得分按权重相加得出分值，按分值确定风险等级。',
    criteria: '逐项判断是否符合，按符合的项数确定风险等级。',
    number: '按下列数量确定风险等级。',
  },
  overrides: '符合下列否决条款之一的，风险等级不低于该条款所列等级；否决条款只提高等级，不降低等级。',
  score: '分值',
  value: '分值',
  option: '选项',
  factor: '因素',
  range: '取值范围',
  weight: '权重',
  grade: '风险等级',
  bands: '等级标准',
  cells: '等级对照表',
  criteria: '判断项',
  number: '序号',
  overrideRules: '否决条款',
  overrideRule: '条款',
  atLeastGrade: '不低于',
  criteriaMet: '符合的项数',
  any: '任意分值',
  formula: (expression) => `计算公式：${expression}。`,
  rangeText: (min, max, whole) => `${min}–${max}${whole ? '（整数）' : ''}`,
}

const english: MethodWords = {
  intro: {
    choice: 'The risk grade is picked directly by the cases listed below.',
    product: 'The values of the factors are multiplied; the score decides the risk grade.',
    matrix: 'The risk grade stands where the two factors meet in the table below.',
    weighted: 'The scores of the factors are added up by weight; the total decides the risk grade.',
    criteria: 'Each criterion is answered yes or no; the number of yes decides the risk grade.',
    number: 'The number named below decides the risk grade.',
  },
  overrides: 'Where an override rule below holds, the risk grade is at least the one named there. An override only raises a grade, it never lowers one.',
  score: 'Score',
  value: 'Value',
  option: 'Option',
  factor: 'Factor',
  range: 'Range',
  weight: 'Weight',
  grade: 'Risk grade',
  bands: 'Grade bands',
  cells: 'Grade table',
  criteria: 'Criteria',
  number: 'No.',
  overrideRules: 'Override rules',
  overrideRule: 'Rule',
  atLeastGrade: 'At least',
  criteriaMet: 'Criteria met',
  any: 'Any score',
  formula: (expression) => `Formula: ${expression}.`,
  rangeText: (min, max, whole) => `${min}–${max}${whole ? ' (whole numbers)' : ''}`,
}

export const methodWords: Readonly<Record<Locale, MethodWords>> = { 'zh-CN': chinese, en: english }
