import {
  categoryColumn, departmentColumn, departmentHeadColumn, directOwnerColumn, gradeColumn, leaderColumn, manifestationColumn, measuresColumn, pastCaseColumn,
  postColumn, powerNameAliases, remarksColumn, responsibleColumn, serialColumn, stepColumn,
} from './common-columns.ts'
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
    // What only this program's own lists have, so that an exported list imports without loss.
    { field: 'code', aliases: ['职权编码', '权力编码', 'Power Code'] },
    { field: 'subItem', aliases: ['子项', '职权子项', 'Sub-Item'] },
    { field: 'sharedMeasures', aliases: ['共用措施', 'Shared Measures'], list: 'measures' },
    { field: 'title', aliases: ['风险点名称', 'Risk Point Title'] },
    { field: 'likelihood', aliases: ['可能性', 'Likelihood'], kind: 'factor' },
    { field: 'consequence', aliases: ['危害程度', 'Consequence'], kind: 'factor' },
    directOwnerColumn,
    departmentHeadColumn,
    leaderColumn,
    pastCaseColumn,
    { field: 'confirm', aliases: ['待确认', 'To Confirm'] },
    // Told for whoever reads the list; figures are set by whom they concern, never imported.
    { field: 'expectedGrade', aliases: ['预期剩余风险', 'Expected Remaining Risk'] },
    { field: 'verifiedGrade', aliases: ['核实剩余风险', 'Verified Remaining Risk'] },
  ],
} as const satisfies FormDefinition
