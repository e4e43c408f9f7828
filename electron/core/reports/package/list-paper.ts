import { translator } from '#shared/locales/translator.ts'
import { itemNumber } from '#shared/model/inspection-package.ts'
import type { Block, Paper } from '../paper/paper.ts'
import { fileSizeText, pagesText } from './list-words.ts'
import type { Manifest } from './manifest.ts'

/** 目录: every item in the order of an inspection with its files, their pages and sums. */
export function listPaper({ organisation, year, locale, preparedOn, items, files }: Pick<Manifest, 'organisation' | 'year' | 'locale' | 'preparedOn' | 'items' | 'files'>): Paper {
  const t = translator(locale)
  const w = (key: string, values: Record<string, string | number> = {}): string => t(key as never, { ns: 'inspectionPackage', ...values })
  const title = w('list.title', { organisation, year })
  const known = new Map(files.map((file) => [file.path, file]))
  const rows = items.flatMap(({ code, state, reason, indicators, files: paths, withheld }) => {
    const said = [w(`state.${state}`), reason, withheld === 0 ? '' : w('withheld', { count: withheld })].filter((part) => part !== '').join(w('separator'))
    const head = [itemNumber(code), w(`item.${code}`), indicators.join('\n'), said, '', '', '']
    return [head, ...paths.map((path, at) => {
      const file = known.get(path)
      return [`${itemNumber(code)}-${String(at + 1).padStart(2, '0')}`, w(`item.${code}`), '', path, pagesText(file?.pages ?? null), file === undefined ? '' : fileSizeText(file.size, locale), file?.sha256 ?? '']
    })]
  })
  const count = (state: string): number => items.filter((item) => item.state === state).length
  const blocks: Block[] = [
    { kind: 'title', text: title },
    { kind: 'table', table: {
      name: w('list.name'), size: 'fine',
      columns: [
        { title: w('col.number'), share: 5, align: 'center' }, { title: w('col.item'), share: 10 }, { title: w('col.indicators'), share: 17 }, { title: `${w('col.state')} / ${w('list.file')}`, share: 28 },
        { title: w('col.pages'), share: 4.5, align: 'center' }, { title: w('col.size'), share: 7, align: 'right' }, { title: 'SHA-256', share: 28 },
      ],
      rows,
    } },
    { kind: 'small', text: w('list.sum', { files: files.length, there: count('there'), missing: count('missing'), notApplicable: count('not-applicable') }) },
    { kind: 'small', text: w('list.pages') },
  ]
  return { locale, title, organisation, preparedOn, sections: [{ page: 'landscape', blocks }] }
}
