import { departmentColumn, manifestationColumn, powerNameAliases, remarksColumn, responsibleColumn, serialColumn } from './common-columns.ts'
import type { FormDefinition } from './form-definition.ts'

/**
 * 防控措施清单, this program's own list of measures: one row for each measure and risk point it serves; rows with the same
 * 措施编号 are one measure.
 */
export const measureList = {
  code: 'measure-list',
  columns: [
    { ...serialColumn, aliases: ['措施编号', 'Measure No.', ...serialColumn.aliases] },
    departmentColumn,
    { field: 'measure', aliases: ['措施内容', 'Measure Content'], required: true },
    { field: 'measureKind', aliases: ['措施类别', '措施类型', 'Measure Kind'] },
    responsibleColumn,
    { field: 'ownerDepartment', aliases: ['措施责任岗位所在科室', 'Department of Owner Post'] },
    { field: 'ownerPost', aliases: ['措施责任岗位', 'Owner Post'] },
    { field: 'frequency', aliases: ['执行频次', 'Frequency'] },
    { field: 'rhythmFrom', aliases: ['周期起算日', 'Periods Counted From'], kind: 'date' },
    { field: 'dueDate', aliases: ['完成时限', '完成期限', 'Due Date'], kind: 'date' },
    { field: 'progress', aliases: ['落实情况', '措施进度', 'Progress'] },
    { field: 'doneOn', aliases: ['完成日期', 'Done On'], kind: 'date' },
    remarksColumn,
    // Told for whoever reads the list; what was carried out and rated is recorded, never imported.
    { field: 'lastExecuted', aliases: ['最近执行日期', 'Last Carried Out On'], kind: 'date' },
    { field: 'executions', aliases: ['执行次数', 'Times Carried Out'], kind: 'count' },
    { field: 'effectiveness', aliases: ['措施效果', 'Effectiveness'] },
    { field: 'daysLate', aliases: ['逾期天数', 'Days Late'], kind: 'count' },
    { field: 'code', aliases: ['职权编码', '权力编码', 'Power Code'] },
    { field: 'name', aliases: powerNameAliases },
    { field: 'subItem', aliases: ['子项', '职权子项', 'Sub-Item'] },
    { ...manifestationColumn, required: false },
    { field: 'basis', aliases: ['对应方式', 'Link Basis'] },
  ],
} as const satisfies FormDefinition
