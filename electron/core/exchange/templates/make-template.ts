import { colToLetter, writeXlsx } from 'hucre/xlsx'
import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx'
import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import type { Words } from '../facts/words.ts'
import { csvLine } from '../lists/list-files.ts'
import { readSettings } from '../standing/read-settings.ts'
import { templateForms } from './template-forms.ts'
import type { Choices, TemplateCode, TemplateColumn } from './template-forms.ts'

export interface TemplateOrder { readonly form: TemplateCode; readonly format: 'xlsx' | 'csv'; readonly locale: Locale }

/** Title, instruction, header: the rows to fill begin behind them. */
const headerRow = 2
/** So far down the lists to choose from reach. */
const lastRow = 2000

const thin = { style: 'thin' as const, color: { rgb: 'BFBFBF' } }
const title: CellStyle = { font: { bold: true, size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } }
const instruction: CellStyle = { font: { color: { rgb: '595959' } }, alignment: { wrapText: true, vertical: 'center' } }
const head: CellStyle = { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7ECF3' } }, border: { top: thin, bottom: thin, left: thin, right: thin }, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } }

/** An empty form to fill in. Its lists hold the words this register knows. @throws Refusal `organisation.missing` */
export async function makeTemplate(db: ReadableDatabase, { form, format, locale }: TemplateOrder): Promise<File> {
  const t = translator(locale)
  const name = t(`title.${form}`, { ns: 'sheets' })
  const columns = templateForms[form]
  if (format === 'csv') return new File([`\uFEFF${csvLine(columns.map(({ titles }) => titles[locale]))}`], `${name}.csv`, { type: 'text/csv;charset=utf-8' })
  const { words } = await readSettings(db, locale)
  const options = optionsSheet(columns, words, t('options', { ns: 'sheets' }))
  const sheet = formSheet({ title: name, name: t('form', { ns: 'sheets' }), instruction: t('instruction', { ns: 'sheets' }), columns, locale, validations: options.validations })
  const bytes = await writeXlsx({ sheets: [sheet, options.sheet] })
  return new File([new Uint8Array(bytes)], `${name}.xlsx`, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}

/** `title` stands in the first row; a sheet's own name has at most 31 characters. */
interface FormSheet { title: string; name: string; instruction: string; columns: readonly TemplateColumn[]; locale: Locale; validations: DataValidation[] }

function formSheet({ title: heading, name, instruction: sentence, columns, locale, validations }: FormSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>([['0,0', { value: heading, style: title }], ['1,0', { value: sentence, style: instruction }]])
  for (const [index, { titles }] of columns.entries()) cells.set(`${headerRow},${index}`, { value: titles[locale], style: head })
  const across = (row: number) => ({ startRow: row, startCol: 0, endRow: row, endCol: columns.length - 1 })
  return {
    name,
    rows: [[heading], [sentence], columns.map(({ titles }) => titles[locale])],
    cells,
    columns: columns.map(({ width }) => ({ width, style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' as const } } })),
    merges: [across(0), across(1)],
    rowDefs: new Map([[0, { height: 30 }], [1, { height: 32 }], [headerRow, { height: 32 }]]),
    freezePane: { rows: headerRow + 1 },
    dataValidations: validations,
    pageSetup: { orientation: 'landscape', paperSize: 'a4', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** The words to choose from stand on a hidden sheet: in the rule itself they could be 255 characters in all. */
function optionsSheet(columns: readonly TemplateColumn[], words: Words, name: string): { sheet: WriteSheet; validations: DataValidation[] } {
  const kinds = [...new Set(columns.flatMap(({ choices }) => choices ?? []))]
  const lists = kinds.map((kind) => wordsToChoose(words, kind))
  const longest = Math.max(0, ...lists.map((list) => list.length))
  const rows = Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? null))
  const validations = columns.flatMap(({ choices }, index) => {
    if (choices === undefined) return []
    const [from, column] = [colToLetter(kinds.indexOf(choices)), colToLetter(index)]
    return [{
      type: 'list' as const,
      formula1: `'${name}'!$${from}$1:$${from}$${wordsToChoose(words, choices).length}`,
      allowBlank: true,
      // Other words that mean the same are welcome; the import says what it does not know.
      errorStyle: 'warning' as const,
      range: `${column}${headerRow + 2}:${column}${lastRow}`,
    }]
  })
  return { sheet: { name, rows, hidden: true }, validations }
}

/** Nobody chooses 'not stated'; a blank cell says that. */
function wordsToChoose(words: Words, kind: Choices): readonly string[] {
  const { labels } = words[kind]
  return kind === 'discretion' ? labels.filter((label) => label !== words.discretion.label('unknown')) : labels
}
