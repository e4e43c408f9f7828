import type { Locale } from '#shared/model/labels.ts'
import type { Drawing } from '../charts/svg.ts'

/**
 * A document before it has a form: what stands in it, in order, without fonts, twips or tags. Every report is a pure
 * function from figures to a paper; Word, the preview and the printed file are written from the same one.
 */
export interface Paper {
  readonly locale: Locale
  /** In one line, for the file's properties and the window. */
  readonly title: string
  readonly organisation: string
  /** Local calendar date, YYYY-MM-DD. */
  readonly preparedOn: string
  /** Names and values that the file carries where no reader sees them, such as the signed head of the log. */
  readonly properties?: Readonly<Record<string, string>>
  readonly letterhead?: Letterhead
  /** Printed pale across every page. */
  readonly watermark?: string
  readonly sections: readonly PaperSection[]
}

/** What an office may put over its papers; all of it optional. */
export interface Letterhead {
  /** The issuing office in red over a red line (红头). */
  readonly redHead?: string
  /** Shown above the title. */
  readonly logo?: { readonly type: 'png' | 'jpg'; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  /** 发文字号. */
  readonly documentNumber?: string
}

/** A figure as wide as the text of an upright page (156 mm), CSS pixels. */
export const figureWidth = 588

export interface PaperSection {
  readonly page: 'portrait' | 'landscape'
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'title' | 'chapter' | 'section' | 'subsection'; readonly text: string }
  /** Text of the body; each line of it is a paragraph. `withNext`: stays on the page of what follows. */
  | { readonly kind: 'body'; readonly text: string; readonly withNext?: boolean }
  /** `fine`: in the smallest size, for what only an examiner reads. */
  | { readonly kind: 'small'; readonly text: string; readonly fine?: boolean; readonly withNext?: boolean }
  | { readonly kind: 'centred' | 'table-caption' | 'figure-caption' | 'annex-title'; readonly text: string }
  | { readonly kind: 'annex-label'; readonly text: string; readonly newPage: boolean }
  /** A line of the list of annexes; further lines of it hang by `hang`, the whole stands in by `offset`, in twips. */
  | { readonly kind: 'annex-entry'; readonly text: string; readonly hang: number; readonly offset?: number; readonly withNext: boolean }
  /** The office or the date below the text, so many twips from the right edge. */
  | { readonly kind: 'sign-off'; readonly text: string; readonly fromRight: number; readonly withNext: boolean }
  | { readonly kind: 'empty-line' | 'gap' }
  | { readonly kind: 'table'; readonly table: PaperTable }
  | { readonly kind: 'form'; readonly form: PaperForm }
  | { readonly kind: 'figure'; readonly drawing: Drawing; readonly title: string; readonly description: string }

export interface PaperColumn {
  readonly title: string
  /** Part of the width, against the other columns. */
  readonly share: number
  readonly align?: 'left' | 'center' | 'right'
  /** Whole numbers, which a workbook holds as such; left out for codes, which are text. */
  readonly numbers?: boolean
}

/** Rows under a header that is repeated on every page. */
export interface PaperTable {
  /** Name of the worksheet where the paper becomes a workbook. */
  readonly name?: string
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly string[])[]
  /** Stands in place of a table without rows. */
  readonly empty?: string
  /** Columns in which equal neighbouring cells are one, such as the department; each only within the cells of those before it. */
  readonly merged?: readonly number[]
  /** The last row is a total and set in the face of the header, from this column on. */
  readonly totalFrom?: number
  /** Of a form: each row stands for as many as there will be. */
  readonly repeated?: boolean
  readonly size?: 'body' | 'small' | 'fine'
}

/** A sheet to be filled in or read cell by cell (预警处置单, 备案表, 防控图): labels beside values, cells across columns. */
export interface PaperForm {
  /** Parts of the width. */
  readonly shares: readonly number[]
  readonly rows: readonly (readonly FormCell[])[]
  /** In the size of wide tables, where what is written would not keep to its page. */
  readonly size?: 'small'
}

export interface FormCell {
  readonly text: string
  /** Columns it takes; 1 where nothing is said. */
  readonly across?: number
  /** Rows it takes; the rows below leave its place out. */
  readonly down?: number
  /** A label is shaded and centred. */
  readonly label?: boolean
  readonly align?: 'left' | 'center' | 'right'
  /** Lines of room that are kept at least, for writing by hand; parts of a line too. */
  readonly lines?: number
}
