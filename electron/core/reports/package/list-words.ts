import type { Locale } from '#shared/model/labels.ts'

/** A dash where nobody counted the pages, never a guess. */
export const pagesText = (pages: number | null): string => (pages === null ? '—' : String(pages))

/** 48 KB, 1.2 MB. */
export function fileSizeText(bytes: number, locale: Locale): string {
  const inMegabytes = bytes >= 1_000_000
  const value = inMegabytes ? bytes / 1_000_000 : Math.max(1, bytes / 1000)
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: inMegabytes ? 1 : 0 }).format(value)} ${inMegabytes ? 'MB' : 'KB'}`
}
