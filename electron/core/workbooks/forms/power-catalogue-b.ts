import { departmentColumn, powerNameAliases, remarksColumn, serialColumn } from './common-columns.ts'
import type { FormDefinition } from './form-definition.ts'

/** 权责清单 as published since 2019: powers with duties and accountability. */
export const powerCatalogueB = {
  code: 'power-catalogue-b',
  columns: [
    serialColumn,
    { field: 'type', aliases: ['权力类型', '权力类别', '职权类型', '职权类别', 'Power Type', 'Type'], carriedDown: true },
    { field: 'code', aliases: ['项目编码', '事项编码', '权力编码', '职权编码', 'Item Code', 'Power Code', 'Code'] },
    { field: 'name', aliases: ['项目名称', 'Item Name', ...powerNameAliases], required: true },
    { field: 'subItem', aliases: ['子项', '子项名称', 'Sub-Item', 'Subitem'] },
    { field: 'legalBasis', aliases: ['实施依据', '设定依据', '法律依据', 'Implementation Basis', 'Legal Basis'] },
    { field: 'exercisedBy', aliases: ['实施主体', '行使主体', '责任主体', 'Exercised By', 'Exercising Body'] },
    departmentColumn,
    { field: 'responsibilities', aliases: ['责任事项', 'Responsibilities', 'Duties'], required: true },
    { field: 'accountability', aliases: ['追责情形', '追责情形及依据', 'Grounds for Accountability', 'Accountability'] },
    remarksColumn,
  ],
} as const satisfies FormDefinition
