import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { templateCodes } from '#shared/contract/exchange.ts'
import { locales } from '#shared/model/labels.ts'
import { makeTemplate } from '#core/exchange/templates/make-template.ts'
import { templateForms } from '#core/exchange/templates/template-forms.ts'
import { codesOf, imported, inRegister, planOf } from './importing.ts'

const every = templateCodes.flatMap((form) => locales.flatMap((locale) => (['xlsx', 'csv'] as const).map((format) => ({ form, locale, format }))))

/** What somebody writes into a template, by field and language. */
const filledIn: Record<string, readonly [string, string]> = {
  serial: ['1', '1'], code: ['XK-001', 'XK-001'], type: ['行政许可', 'Administrative licence'], name: ['取水许可审批', 'Water abstraction licence'], title: ['取水许可审批', 'Water abstraction licence'],
  legalBasis: ['《中华人民共和国水法》第七条', 'Water Law, article 7'], department: ['行政审批股', 'Licensing'], post: ['审批岗', 'Licensing officer'], step: ['审查', 'Examination'],
  category: ['业务流程', 'Business process'], manifestation: ['1.现场核查走过场', '1. Inspections for show'], riskCount: ['1', '1'], grade: ['高', 'High'],
  measures: ['1.核查不少于两人', '1. Two inspectors at least'], responsible: ['股室负责人', 'Section head'], dueDate: ['2026-12-31', '2026-12-31'], discretion: ['有', 'Yes'],
  responsibilities: ['依法受理', 'Accept by law'], likelihood: ['10', '10'], consequence: ['40', '40'],
}

it.each(every)('the template $form in $locale as $format is known again with every column; empty it imports as no rows, filled in it imports', async ({ form, locale, format }) => {
  await inRegister(async (register) => {
    const template = await makeTemplate(register.database.read, { form, locale, format })
    const empty = await planOf(register, template)
    expect(empty.sheets[0]).toMatchObject({ formCode: form, rows: 0, columns: templateForms[form].map(({ field }) => ({ field })) })
    expect(empty.issues.map(({ code }) => code)).toEqual(['table.no-rows'])
    expect(empty.summary).toMatchObject({ rejected: 0, powers: { created: 0 }, riskPoints: { created: 0 } })
    const language = locale === 'en' ? 1 : 0
    const full = await imported(register, await filled(template, templateForms[form].map(({ field }) => filledIn[field]?.[language] ?? '')))
    expect(codesOf(full, 'error')).toEqual([])
    expect(full).toMatchObject({ formCodes: [form], summary: { rejected: 0, powers: { created: 1 }, riskPoints: { created: form.startsWith('power') ? 0 : 1 } } })
  })
})

async function filled(template: File, cells: readonly string[]): Promise<File> {
  if (template.name.endsWith('.csv')) return new File([template, cells.map((cell) => `"${cell}"`).join(',')], template.name)
  const { sheets } = await readXlsx(new Uint8Array(await template.arrayBuffer()))
  const rows = sheets.map(({ rows: own }, index) => (index === 0 ? [...own, [...cells]] : own))
  const bytes = await writeXlsx({ sheets: sheets.map(({ name, merges, hidden }, index) => ({ name, rows: rows[index] ?? [], ...(merges === undefined ? {} : { merges }), ...(hidden === undefined ? {} : { hidden }) })) })
  return new File([new Uint8Array(bytes)], template.name)
}

it('a template lets people choose from the words this register knows', async () => {
  await inRegister(async (register) => {
    const file = await makeTemplate(register.database.read, { form: 'risk-list-9', locale: 'zh-CN', format: 'xlsx' })
    const { sheets: [sheet, options] } = await readXlsx(new Uint8Array(await file.arrayBuffer()), { readStyles: true })
    expect(sheet?.dataValidations?.map(({ type, formula1, range }) => [type, formula1, range])).toEqual([
      ['list', "'选项'!$A$1:$A$5", 'C4:C2000'],
      ['list', "'选项'!$B$1:$B$3", 'F4:F2000'],
    ])
    expect(options?.hidden).toBe(true)
    expect(options?.rows).toEqual([['思想道德', '高'], ['岗位职责', '中'], ['业务流程', '低'], ['制度机制', null], ['外部环境', null]])
  })
})
