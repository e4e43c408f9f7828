import { seedOf } from './vocabulary-seed.ts'

/** 风险类别. */
export const riskCategories = seedOf('risk-category', [
  ['integrity-awareness', '思想道德', 'Ethics and awareness', '思想道德风险', '思想道德类', '思想风险', 'Ethics'],
  ['post-duties', '岗位职责', 'Duties of the post', '岗位职责风险', '岗位职责类', '岗位风险', '岗位履职', 'Post duties'],
  ['business-process', '业务流程', 'Business process', '业务流程风险', '业务流程类', '流程风险', 'Process'],
  ['rules-and-mechanism', '制度机制', 'Rules and mechanisms', '制度机制风险', '制度机制类', '制度风险', '机制制度', 'Rules'],
  ['external-environment', '外部环境', 'External environment', '外部环境风险', '外部环境类', '外部风险', 'Environment'],
])
