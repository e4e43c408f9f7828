import { departmentColumn, postColumn, powerNameAliases, remarksColumn, serialColumn } from './common-columns.ts'
import type { FormDefinition } from './form-definition.ts'

/** 廉政风险等级评定表: factor scores, the grade at each level and why. */
export const gradingSheet = {
  code: 'grading-sheet',
  freeFactors: true,
  columns: [
    serialColumn,
    departmentColumn,
    postColumn,
    { field: 'name', aliases: ['职权/岗位', '职权、岗位', '职权（岗位）', 'Power / Post', 'Power or Post', ...powerNameAliases], required: true, carriedDown: true },
    { field: 'manifestation', aliases: ['风险点', '廉政风险点', '风险点及表现形式', '表现形式', 'Risk Point', 'Manifestation'], required: true },
    { field: 'likelihood', aliases: ['可能性', '发生可能性', '发生概率', '可能性L', '可能性(L)', 'Likelihood'], kind: 'factor' },
    { field: 'consequence', aliases: ['后果', '危害程度', '危害后果', '后果C', '后果(C)', '影响程度', 'Consequence'], kind: 'factor' },
    { field: 'total', aliases: ['合计', '总分', '得分', '风险值', '合计得分', '分值合计', 'Total', 'Score', 'Risk Value'], kind: 'count' },
    { field: 'overrides', aliases: ['否决条款', '否决项', 'Override Rule', 'Override Rules', 'Overrides'] },
    { field: 'selfGrade', aliases: ['自评等级', '岗位自评', '自评', 'Self-Assessed Grade'], kind: 'grade' },
    { field: 'departmentGrade', aliases: ['科室评', '科室评定', '科室评定等级', '部门评定', 'Department Grade'], kind: 'grade' },
    { field: 'groupGrade', aliases: ['领导小组评', '领导小组评定', '领导小组评定等级', 'Leading Group Grade'], kind: 'grade' },
    { field: 'grade', aliases: ['最终等级', '评定等级', '风险等级', '最终评定等级', '审定等级', 'Final Grade', 'Risk Grade'], kind: 'grade', required: true },
    { field: 'reason', aliases: ['理由', '评定理由', '评定依据', 'Reason'] },
    { field: 'assessor', aliases: ['评定人', 'Assessor', 'Graded By'] },
    { field: 'gradedOn', aliases: ['日期', '评定日期', '评定时间', 'Date', 'Graded On'], kind: 'date' },
    remarksColumn,
  ],
} as const satisfies FormDefinition
