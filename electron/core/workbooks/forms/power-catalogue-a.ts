import { departmentColumn, pastCaseColumn, postColumn, powerNameAliases, remarksColumn, serialColumn } from './common-columns.ts'
import type { FormDefinition } from './form-definition.ts'

/** 职权目录 as drawn up in 2011–2013. */
export const powerCatalogueA = {
  code: 'power-catalogue-a',
  columns: [
    serialColumn,
    { field: 'code', aliases: ['职权编码', '权力编码', '职权编号', '权力编号', '职权代码', '编码', 'Power Code', 'Code'] },
    { field: 'type', aliases: ['职权类别', '权力类别', '职权类型', '权力类型', '类别', 'Power Type', 'Type'], carriedDown: true },
    { field: 'name', aliases: powerNameAliases, required: true },
    { field: 'subItem', aliases: ['子项', '子项名称', '职权子项', 'Sub-Item', 'Subitem'] },
    { field: 'legalBasis', aliases: ['行使依据', '职权依据', '法律依据', '设定依据', '依据', '法律法规依据', '职权行使依据', 'Legal Basis'], required: true },
    { field: 'exercisedBy', aliases: ['行使主体', '实施主体', '行使机关', '职权行使主体', 'Exercised By', 'Exercising Body'] },
    { ...departmentColumn, aliases: ['承办科室', '承办机构', '承办部门', '承办单位', '承办处室', 'Department in Charge', ...departmentColumn.aliases] },
    { ...postColumn, aliases: ['承办岗位', 'Post in Charge', ...postColumn.aliases] },
    { field: 'statutoryLimit', aliases: ['办理时限/法定', '法定时限', '法定办理时限', '法定期限', '法定', 'Time Limit/Statutory', 'Statutory Time Limit', 'Statutory Limit', 'Statutory'] },
    { field: 'promisedLimit', aliases: ['办理时限/承诺', '承诺时限', '承诺办理时限', '承诺期限', '承诺', 'Time Limit/Promised', 'Promised Time Limit', 'Promised Limit', 'Promised'] },
    { field: 'feeBasis', aliases: ['收费依据及标准', '收费依据和标准', '收费依据', '收费标准', 'Fee Basis and Rate', 'Fee Basis and Standard', 'Fee Basis'] },
    { field: 'publicity', aliases: ['公开形式', '公开方式', '公开途径', 'Form of Publicity', 'Publicity'] },
    { field: 'discretion', aliases: ['自由裁量权', '有无自由裁量权', '裁量权', '自由裁量', 'Discretion'] },
    remarksColumn,
    // What only this program's own lists have, so that an exported list imports without loss.
    { field: 'codeScheme', aliases: ['编码体系', 'Code Scheme'] },
    { field: 'benchmarkNo', aliases: ['裁量基准文号', '裁量基准', 'Discretion Benchmark', 'Benchmark No.'] },
    { field: 'benchmarkDate', aliases: ['裁量基准校正日期', 'Benchmark Calibrated On'], kind: 'date' },
    { field: 'responsibilities', aliases: ['责任事项', 'Responsibilities', 'Duties'] },
    { field: 'accountability', aliases: ['追责情形', 'Grounds for Accountability', 'Accountability'] },
    { field: 'steps', aliases: ['权力运行环节', '运行环节', 'Process Steps'], list: 'numbered' },
    { field: 'threeMajors', aliases: ['是否三重一大', 'Three Majors and One Large'] },
    pastCaseColumn,
  ],
} as const satisfies FormDefinition
