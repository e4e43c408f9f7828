import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fields } from '#core/workbooks/forms/form-definition.ts'
import { formOf, forms } from '#core/workbooks/forms/forms.ts'
import { headerKey } from '#core/workbooks/forms/header-key.ts'
import { applyMapping, recogniseForm } from '#core/workbooks/forms/recognise-form.ts'

const circulating = {
  'power-catalogue-a': ['序号', '职权编码', '职权类别', '职权名称', '子项', '行使依据', '行使主体', '承办科室', '承办岗位', '办理时限/法定', '办理时限/承诺', '收费依据及标准', '公开形式', '自由裁量权', '备注'],
  'power-catalogue-b': ['序号', '权力类型', '项目编码', '项目名称', '子项', '实施依据', '责任事项', '追责情形'],
  'risk-list-9': ['序号', '单位、科室', '风险类别', '风险点', '廉政风险主要内容及表现形式', '风险等级', '防控措施', '部门负责人', '责任领导'],
  'risk-list-10': ['序号', '部门', '重要环节', '廉政风险点表现形式', '风险点涉及的岗位', '风险等级', '防控要点及防控措施', '直接责任人', '部门责任人', '责任领导'],
  'risk-situation-7': ['序号', '权力事项', '风险点数量', '表现形式', '等级', '防控措施', '责任人'],
  'risk-survey': ['科室', '职权名称', '流程环节', '岗位', '风险类别', '风险点及表现形式', '自评等级', '已有制度', '拟增措施', '责任人', '完成时限', '审核意见'],
  'grading-sheet': ['职权/岗位', '风险点', '可能性', '后果', '合计', '否决条款', '自评等级', '科室评', '领导小组评', '最终等级', '理由', '评定人', '日期'],
} as const

const english = {
  'power-catalogue-a': ['No.', 'Power Code', 'Power Type', 'Power', 'Sub-Item', 'Legal Basis', 'Exercising Body', 'Department', 'Post', 'Statutory Time Limit', 'Promised Time Limit', 'Fee Basis', 'Publicity', 'Discretion', 'Remarks'],
  'power-catalogue-b': ['No.', 'Power Type', 'Power Code', 'Power', 'Sub-Item', 'Legal Basis', 'Responsibilities', 'Accountability'],
  'risk-list-9': ['No.', 'Department', 'Risk Category', 'Risk Point', 'Manifestation', 'Risk Grade', 'Control Measures', 'Department Head', 'Responsible Leader'],
  'risk-list-10': ['No.', 'Department', 'Process Step', 'Manifestation', 'Post', 'Risk Grade', 'Control Measures', 'Direct Owner', 'Department Head', 'Responsible Leader'],
  'risk-situation-7': ['No.', 'Power', 'Number of Risk Points', 'Manifestation', 'Risk Grade', 'Control Measures', 'Responsible Post'],
  'risk-survey': ['Department', 'Power', 'Process Step', 'Post', 'Risk Category', 'Manifestation', 'Self-Assessed Grade', 'Existing Rules', 'Proposed Measures', 'Responsible Post', 'Due Date', 'Review Opinion'],
  'grading-sheet': ['Power or Post', 'Risk Point', 'Likelihood', 'Consequence', 'Total', 'Override Rule', 'Self-Assessed Grade', 'Department Grade', 'Leading Group Grade', 'Final Grade', 'Reason', 'Assessor', 'Date'],
} as const

const cases = [...Object.entries(circulating), ...Object.entries(english)]

describe('recogniseForm', () => {
  test.each(cases)('knows %s by its columns in any order, every one of them: %j', (code, headers) => {
    fc.assert(fc.property(fc.shuffledSubarray([...headers], { minLength: headers.length }), (shuffled) => {
      const found = recogniseForm(shuffled)
      expect(found?.form.code).toBe(code)
      expect(found?.unknown).toEqual([])
      expect(found?.missing).toEqual([])
    }))
  })

  test.each(cases)('means the same field by a header of %s wherever it stands: %j', (_, headers) => {
    const reversed = headers.toReversed()
    const meant = Object.values(recogniseForm(headers)?.mapping ?? {})
    expect(Object.values(recogniseForm(reversed)?.mapping ?? {}).toReversed()).toEqual(meant)
  })

  test('does not mind full-width letters, spaces, line breaks and remarks in brackets', () => {
    const found = recogniseForm(['序 号', '单位\n科室', '风险\u3000类别', '风险点', '表现形式：', '风险等级（高/中/低）', '＊防控措施', '部门负责人', '责任领导'])
    expect(found?.form.code).toBe('risk-list-9')
    expect(found?.unknown).toEqual([])
  })

  test('says which columns it does not know', () => {
    const found = recogniseForm([...circulating['risk-list-9'], '监督电话'])
    expect(found?.unknown).toEqual([9])
  })

  test('says which required column is missing', () => {
    const found = recogniseForm(['序号', '权力事项', '风险点数量', '风险说明', '等级', '防控措施', '责任人'])
    expect(found?.form.code).toBe('risk-situation-7')
    expect(found?.missing).toEqual(['manifestation'])
    expect(found?.unknown).toEqual([3])
  })

  test('takes the unknown columns between risk point and total of a grading sheet for factors', () => {
    const found = recogniseForm(['职权/岗位', '风险点', '评分因素/权力重要程度', '评分因素/自由裁量权大小', '合计', '最终等级', '理由'])
    expect(found?.form.code).toBe('grading-sheet')
    expect(found?.factors).toEqual({ 2: '权力重要程度', 3: '自由裁量权大小' })
  })

  test.each([[['姓名', '性别', '电话']], [['序号', '备注']], [[]], [['1', '办公室', '高']]])('knows no form by %j', (headers) => {
    expect(recogniseForm(headers)).toBeUndefined()
  })

  test('is not fooled by headers named like parts of the language', () => {
    const found = recogniseForm([...circulating['risk-list-9'], 'constructor', '__proto__', 'toString'])
    expect(found?.unknown).toEqual([9, 10, 11])
  })

  test('gives no field to two columns', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...Object.values(circulating).flat())), (headers) => {
      const given = Object.values(recogniseForm(headers)?.mapping ?? {})
      expect(new Set(given).size).toBe(given.length)
    }))
  })
})

describe('applyMapping', () => {
  const headers = ['序号', '权力事项', '风险点数量', '风险说明', '等级', '防控措施', '监督电话']
  const form = formOf('risk-situation-7')

  test('gives an unknown column the field a person chose', () => {
    const found = applyMapping(form, headers, { [headerKey('风险说明')]: 'manifestation' })
    expect(found.mapping[3]).toBe('manifestation')
    expect(found.missing).toEqual([])
    expect(found.unknown).toEqual([6])
  })

  test('no longer asks about a column a person ignores, also one it knows', () => {
    const found = applyMapping(form, headers, { [headerKey('监督电话')]: 'ignore', [headerKey('等级')]: 'ignore' })
    expect(found.unknown).toEqual([3])
    expect(Object.values(found.mapping)).not.toContain('grade')
  })

  test('puts what a person chose before the column that bears the field’s name', () => {
    const found = applyMapping(form, headers, { [headerKey('风险说明')]: 'measures' })
    expect([found.mapping[3], found.mapping[5]]).toEqual(['measures', undefined])
  })

  test('does not take a field that the form does not have', () => {
    expect(applyMapping(form, headers, { [headerKey('监督电话')]: 'legalBasis' }).mapping[6]).toBeUndefined()
  })
})

describe('the forms', () => {
  test.each(forms.map((form) => [form.code, form] as const))('%s uses every name for one field only', (_, form) => {
    const names = form.columns.flatMap((column) => [...new Set(column.aliases.map(headerKey))])
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('together use every field', () => {
    const used = new Set<string>(forms.flatMap((form) => form.columns.map((column) => column.field)))
    expect(fields.filter((field) => !used.has(field))).toEqual([])
  })
})
