import { categoryColumn, departmentColumn, gradeColumn, manifestationColumn, measuresColumn, postColumn, powerNameAliases, remarksColumn, responsibleColumn, serialColumn, stepColumn } from './common-columns.ts'
import type { FormDefinition } from './form-definition.ts'

/** 岗位廉政风险排查表: a post's own findings along the steps of its powers. */
export const riskSurvey = {
  code: 'risk-survey',
  columns: [
    serialColumn,
    departmentColumn,
    postColumn,
    { field: 'name', aliases: powerNameAliases, required: true, carriedDown: true },
    stepColumn,
    categoryColumn,
    manifestationColumn,
    gradeColumn,
    { field: 'existingRules', aliases: ['已有制度', '现有制度', '已有防控制度', 'Existing Rules'] },
    measuresColumn,
    responsibleColumn,
    { field: 'dueDate', aliases: ['完成时限', '完成时间', '完成期限', '落实时限', '整改时限', 'Due Date'], kind: 'date' },
    { field: 'reviewOpinion', aliases: ['审核意见', 'Review Opinion'] },
    remarksColumn,
  ],
} as const satisfies FormDefinition
