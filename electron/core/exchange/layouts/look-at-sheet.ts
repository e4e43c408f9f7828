import type { ColumnSuggestions, SheetHead as ShownHead } from '#shared/contract/exchange.ts'
import type { Locale } from '#shared/model/labels.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../../core.ts'
import type { FormCode } from '../../workbooks/forms/form-definition.ts'
import { formOf } from '../../workbooks/forms/forms.ts'
import { columnSamples, guessForm, guessHeader, headerEnd } from '../../workbooks/layouts/guess-layout.ts'
import { shownTitles } from '../../workbooks/layouts/shown-titles.ts'
import { suggestMeanings } from '../../workbooks/layouts/suggest-meanings.ts'
import { shownText } from '../../workbooks/workbook.ts'
import { SheetGrid } from '../../workbooks/tables/sheet-grid.ts'
import { findHead } from './sheet-heads.ts'
import { readLayouts } from './stored-layouts.ts'
import { suggestionSources } from './suggestion-sources.ts'

const longestShown = 120

function cut(cell: string): string {
  const text = shownText(cell)
  return text.length > longestShown ? `${text.slice(0, longestShown - 1).toWellFormed()}…` : text
}

/** Suggestions do not depend on the language; only labels would. */
const locale: Locale = 'zh-CN'

/** The first rows of a sheet and what it most probably is. @throws Refusal `import.plan-unknown` */
export async function sheetHead(core: Core, { planId, sheet }: { planId: string; sheet: number }): Promise<ShownHead> {
  const head = findHead(core, planId, sheet)
  const grid = new SheetGrid(head)
  const first = guessHeader(grid)
  const last = Math.max(first, headerEnd(grid, first))
  const sources = await suggestionSources(core.database.read, await readLayouts(core.database.read), locale)
  const { code } = guessForm(columnSamples(grid, first, last), sources)
  return {
    rows: head.rows.map((_, row) => grid.ownTexts(row).map(cut)), rowTotal: head.rowTotal, columnTotal: head.columnTotal,
    headerEnds: head.rows.map((_, row) => headerEnd(grid, row) + 1),
    guess: { form: code, headerFirst: first + 1, headerLast: last + 1 },
  }
}

interface Asked { planId: string; sheet: number; form: FormCode; headerFirst: number; headerLast: number }

/** What the columns below a header probably hold. @throws Refusal `import.plan-unknown`, `import.header-outside` */
export async function suggestColumns(core: Core, { planId, sheet, form: code, headerFirst, headerLast }: Asked): Promise<ColumnSuggestions> {
  const head = findHead(core, planId, sheet)
  const grid = new SheetGrid(head)
  if (headerLast < headerFirst || headerLast > grid.rowCount) throw new Refusal('import.header-outside', { row: headerLast, rows: head.rowTotal })
  const form = formOf(code)
  const samples = columnSamples(grid, headerFirst - 1, headerLast - 1)
  const sources = await suggestionSources(core.database.read, await readLayouts(core.database.read), locale)
  const suggestions = suggestMeanings(form, samples, sources(form))
  const titles = shownTitles(samples.map(({ title }) => title))
  return {
    columns: samples.flatMap(({ title, cells }, index) => {
      const filled = [...new Set(cells.map((cell) => cell.replaceAll(/\s+/gu, ' ').trim()).filter((cell) => cell !== ''))]
      if (title === '' && filled.length === 0) return []
      const suggestion = suggestions.get(index)
      return [{ index, title: titles[index] ?? '', samples: filled.slice(0, 3).map(cut), meaning: suggestion?.meaning ?? null, reason: suggestion?.reason ?? null }]
    }),
    fields: form.columns.map(({ field, required }) => ({ field, required: required === true })),
    freeFactors: form.freeFactors === true,
  }
}
