import { categoryColumn, departmentColumn, departmentHeadColumn, gradeColumn, leaderColumn, manifestationColumn, measuresColumn, remarksColumn, serialColumn } from './common-columns.ts'
import type { FormDefinition } from './form-definition.ts'

/** 廉政风险点及防控措施一览表 in nine columns. 风险点 names the matter, usually a power; the text of the risk is beside it. */
export const riskList9 = {
  code: 'risk-list-9',
  columns: [
    serialColumn,
    departmentColumn,
    categoryColumn,
    { field: 'title', aliases: ['风险点', '廉政风险点', '风险点名称', '职权（风险点）', 'Risk Point', 'Risk Point Title'], required: true },
    manifestationColumn,
    gradeColumn,
    measuresColumn,
    departmentHeadColumn,
    leaderColumn,
    remarksColumn,
  ],
} as const satisfies FormDefinition
