/**
 * Prints a page that refers to nothing outside itself as PDF: the sheets as its own rules say, tagged, with an outline
 * of its headings. An aborted signal ends the printing and whatever was started for it.
 * @throws Refusal `report.no-printer` where nothing on this computer can print, `report.print-failed`, `report.print-too-long`
 */
export type Printer = (html: string, options: { readonly signal: AbortSignal }) => Promise<Uint8Array>
