import { plainLine } from '../plain-text.ts'
import type { SheetPlan } from './sheet-plan.ts'

/** Excel takes no more characters in a header, codes included. */
const longest = 255

/**
 * The watermark of a workbook. The format has none; what it prints over every page of a sheet is the header, where the text
 * stands large and pale in the middle. In its codes & begins a code and is written twice; a blank keeps a text that begins
 * with a digit from becoming part of the colour.
 */
export function watermarkHeader(text = ''): Pick<SheetPlan, 'header'> {
  const line = plainLine(text)
  return line === '' ? {} : { header: `&C&16&KA6A6A6 ${line.replaceAll('&', '&&')}`.slice(0, longest) }
}
