import type { Labels } from '../../labels.ts'
import type { Template } from '../definition.ts'
import { commonBonus, commonGroups, commonVetoes } from './common-items.ts'

export interface SuppliedTemplate { readonly code: string; readonly labels: Labels; readonly definition: Template }

/** The templates a register starts with; an office copies and changes them. */
export const suppliedTemplates: readonly SuppliedTemplate[] = [
  {
    code: 'hundred',
    labels: { 'zh-CN': '廉政风险防控百分制考评表', en: '100-point assessment form' },
    definition: {
      total: 100,
      weights: { self: 20, office: 40, lead: 40 },
      groups: commonGroups,
      bonus: commonBonus,
      vetoes: commonVetoes('reached'),
      bands: [
        { code: 'winning', labels: { 'zh-CN': '优胜', en: 'Excellent' }, from: 90, rank: 1 },
        { code: 'reached', labels: { 'zh-CN': '达标', en: 'Up to standard' }, from: 80, rank: 2 },
        { code: 'missed', labels: { 'zh-CN': '不达标', en: 'Below standard' }, from: 0, rank: 3 },
      ],
    },
  },
  {
    code: 'four-bands',
    labels: { 'zh-CN': '四档考评表', en: 'Assessment form with four bands' },
    definition: {
      total: 100,
      weights: { self: 20, office: 80, lead: 0 },
      groups: commonGroups,
      bonus: { ceiling: 0, items: [] },
      vetoes: commonVetoes('good'),
      bands: [
        { code: 'excellent', labels: { 'zh-CN': '优秀', en: 'Excellent' }, from: 90, rank: 1, zeroItems: 0 },
        { code: 'good', labels: { 'zh-CN': '良好', en: 'Good' }, from: 80, rank: 2, zeroItems: 1 },
        { code: 'passed', labels: { 'zh-CN': '合格', en: 'Satisfactory' }, from: 60, rank: 3 },
        { code: 'failed', labels: { 'zh-CN': '不合格', en: 'Unsatisfactory' }, from: 0, rank: 4 },
      ],
    },
  },
]
