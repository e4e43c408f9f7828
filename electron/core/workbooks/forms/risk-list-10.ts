import { departmentColumn, departmentHeadColumn, directOwnerColumn, gradeColumn, leaderColumn, manifestationColumn, measuresColumn, postColumn, remarksColumn, serialColumn, stepColumn } from './common-columns.ts'
import type { FormDefinition } from './form-definition.ts'

/** 一览表 in ten columns: by key step and post, with three levels of responsibility; 措施 may open with its 依据. */
export const riskList10 = {
  code: 'risk-list-10',
  columns: [
    serialColumn,
    departmentColumn,
    { ...stepColumn, required: true },
    manifestationColumn,
    postColumn,
    gradeColumn,
    measuresColumn,
    directOwnerColumn,
    departmentHeadColumn,
    leaderColumn,
    remarksColumn,
  ],
} as const satisfies FormDefinition
