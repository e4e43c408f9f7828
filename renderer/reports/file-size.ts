import type { Locale } from '#shared/locales/locale.ts'

/** A size as people read it: 48 KB, 1.2 MB. @param bytes number of bytes */
export function fileSize(bytes: number, locale: Locale): string {
  const inMegabytes = bytes >= 1_000_000
  const value = inMegabytes ? bytes / 1_000_000 : Math.max(1, bytes / 1000)
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: inMegabytes ? 1 : 0 }).format(value)} ${inMegabytes ? 'MB' : 'KB'}`
}
