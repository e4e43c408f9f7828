import { DocumentGridType, PageOrientation, SectionType } from 'docx'
import type { ISectionPropertiesOptions } from 'docx'

/*
 * GB/T 9704-2012: A4, type area 156 mm × 225 mm, 22 lines of 28 characters in 三号 (16 pt).
 * All lengths in twips (1/20 pt) unless a name says otherwise.
 */

export const paper = { width: 11906, height: 16838 } as const
/** 37 mm, 26 mm, 35 mm, 28 mm. */
export const margin = { top: 2098, right: 1474, bottom: 1984, left: 1588 } as const

/** Width of the type area, upright and turned. */
export const textWidth = { portrait: paper.width - margin.left - margin.right, landscape: paper.height - margin.top - margin.bottom } as const

/** 22 lines in the type area; rounded down, since the 22nd must still fit. */
export const linePitch = Math.floor((paper.height - margin.top - margin.bottom) / 22)

/** 三号, half-points. */
export const bodySize = 32

/**
 * What each 16 pt character gives up so that 28 stand on a line of 156 mm: 1/4 pt, written as the spacing of the text
 * itself. Word's character grid would do the same, but LibreOffice gives a character wider than its cell two of them.
 */
export const squeeze = -5

/** The dash of the page number lies 7 mm below the type area; the footer's line is about 6 mm high around it. */
const footerDistance = margin.bottom - 397 - 170

const header = 851

const grid = { type: DocumentGridType.LINES, linePitch } as const

/** An upright page. */
export function portraitPage(): ISectionPropertiesOptions {
  return {
    type: SectionType.NEXT_PAGE,
    page: { size: { ...paper, orientation: PageOrientation.PORTRAIT }, margin: { ...margin, header, footer: footerDistance } },
    grid,
  }
}

/**
 * A turned page for wide tables: the same type area, turned clockwise with the sheet, so that the binding edge comes
 * to lie on top and the foot of the upright page on the left.
 */
export function landscapePage(): ISectionPropertiesOptions {
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      size: { ...paper, orientation: PageOrientation.LANDSCAPE },
      margin: { top: margin.left, right: margin.top, bottom: margin.right, left: margin.bottom, header: 720, footer: 720 },
    },
    grid,
  }
}
