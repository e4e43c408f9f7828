import { AlignmentType, LineRuleType } from 'docx'
import type { IParagraphStyleOptions, IStylesOptions } from 'docx'
import type { ReportLocale } from '../annual-report-model.ts'
import { font } from './fonts.ts'
import { bodySize, linePitch, squeeze } from './page-format.ts'

/** Ids of the paragraph styles; Word shows their names in its style list. */
export const styleIds = {
  redHead: 'ReportRedHead',
  body: 'ReportBody',
  flush: 'ReportFlush',
  annexLabel: 'ReportAnnexLabel',
  annexTitle: 'ReportAnnexTitle',
  caption: 'ReportCaption',
  picture: 'ReportPicture',
  gap: 'ReportGap',
  small: 'ReportSmall',
  tableText: 'ReportTableText',
  tableHead: 'ReportTableHead',
} as const

/** Styles with a line height of their own; the grid must not stretch their lines to its pitch. */
export const offGridStyles = ['Title', styleIds.redHead, styleIds.annexTitle, styleIds.caption, styleIds.picture, styleIds.gap, styleIds.small, styleIds.tableText, styleIds.tableHead] as const

/** 二号 (22 pt) and the sizes of tables (小四 12 pt) and notes (五号 10.5 pt), in half-points. */
export const titleSize = 44
export const tableSize = 24
export const smallSize = 21
/** 小五 (9 pt), half-points. */
export const fineSize = 18

const exact = (line: number, around: { before?: number; after?: number } = {}) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0, ...around })
const twoCharacters = { firstLine: 640, firstLineChars: 200 }
const black = '000000'

/** The paragraph formats of GB/T 9704-2012: 小标宋 title, 黑体, 楷体 and 仿宋 levels, 仿宋 body. */
export function reportStyles(locale: ReportLocale): IStylesOptions {
  const language = { value: locale === 'en' ? 'en-GB' : 'en-US', eastAsia: 'zh-CN' }
  /** 黑体 and 楷体 tell levels apart only in Chinese; English levels are set bold. */
  const english = locale === 'en'
  const spaced = english ? {} : { characterSpacing: squeeze }
  const heading = { indent: twoCharacters, keepNext: true, keepLines: true, spacing: exact(linePitch) }
  return {
    default: {
      document: { run: { font: font('fangsong'), size: bodySize, language }, paragraph: { spacing: exact(linePitch) } },
      title: { run: { font: font('song'), size: titleSize, color: black }, paragraph: { alignment: AlignmentType.CENTER, spacing: exact(700), keepNext: true } },
      heading1: { run: { ...spaced, bold: english, font: font('hei'), size: bodySize, color: black }, paragraph: { ...heading, outlineLevel: 0 } },
      heading2: { run: { ...spaced, bold: english, font: font('kai'), size: bodySize, color: black }, paragraph: { ...heading, outlineLevel: 1 } },
      heading3: { run: { ...spaced, font: font('fangsong'), size: bodySize, color: black }, paragraph: { ...heading, outlineLevel: 2 } },
    },
    paragraphStyles: paragraphStyles(english, spaced),
  }
}

function paragraphStyles(english: boolean, spaced: { characterSpacing?: number }): IParagraphStyleOptions[] {
  const based = { basedOn: 'Normal', quickFormat: true }
  return [
    { ...based, id: styleIds.redHead, name: 'Report red head', run: { font: font('song') }, paragraph: { alignment: AlignmentType.CENTER, spacing: exact(900), keepNext: true } },
    { ...based, id: styleIds.body, name: 'Report body', run: spaced, paragraph: { alignment: english ? AlignmentType.LEFT : AlignmentType.BOTH, indent: twoCharacters } },
    { ...based, id: styleIds.flush, name: 'Report body flush', run: spaced },
    { ...based, id: styleIds.annexLabel, name: 'Report annex label', run: { bold: english, font: font('hei') }, paragraph: { keepNext: true } },
    { ...based, id: styleIds.annexTitle, name: 'Report annex title', run: { font: font('song'), size: titleSize }, paragraph: { alignment: AlignmentType.CENTER, spacing: exact(700, { before: 120, after: 160 }), keepNext: true, outlineLevel: 0 } },
    { ...based, id: styleIds.caption, name: 'Report caption', run: { bold: english, font: font('hei'), size: tableSize }, paragraph: { alignment: AlignmentType.CENTER, spacing: exact(420, { before: 100, after: 40 }) } },
    { ...based, id: styleIds.picture, name: 'Report picture', paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 0 } } },
    { ...based, id: styleIds.gap, name: 'Report gap', run: { size: 12 }, paragraph: { spacing: exact(200) } },
    { ...based, id: styleIds.small, name: 'Report note', run: { size: smallSize }, paragraph: { spacing: exact(340) } },
    { ...based, id: styleIds.tableText, name: 'Report table', run: { size: tableSize, snapToGrid: false }, paragraph: { spacing: exact(340) } },
    { ...based, id: styleIds.tableHead, name: 'Report table head', run: { bold: english, font: font('hei'), size: tableSize, snapToGrid: false }, paragraph: { spacing: exact(340) } },
  ]
}
