import { departmentColumn, gradeColumn, manifestationColumn, measuresColumn, powerNameAliases, remarksColumn, responsibleColumn, serialColumn } from './common-columns.ts'
import type { FormDefinition } from './form-definition.ts'

/** 廉政风险点情况表 in seven columns: one row holds all points of a power and one mixed grade such as 1中2低. */
export const riskSituation7 = {
  code: 'risk-situation-7',
  columns: [
    serialColumn,
    departmentColumn,
    { field: 'name', aliases: powerNameAliases, required: true },
    { field: 'riskCount', aliases: ['风险点数量', '风险点数', '风险点个数', '廉政风险点数量', '风险数量', 'Number of Risk Points', 'Risk Points'], kind: 'count', required: true },
    { ...manifestationColumn, list: 'numbered' },
    gradeColumn,
    measuresColumn,
    responsibleColumn,
    remarksColumn,
  ],
} as const satisfies FormDefinition
