import { Refusal } from '#shared/model/refusal.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/**
 * Threat: a page that should refer to nothing outside itself does so after all, and the browser, which opens it from a
 * file, reads other files into what is printed. The policy before everything else lets it load nothing but pictures it
 * carries itself; a page that would lead elsewhere by itself, which no policy stops, is not printed.
 * @throws Refusal `report.print-failed`
 */
export function confined(html: string): string {
  if (/<meta[^>]*refresh/iu.test(html)) throw new Refusal('report.print-failed')
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">${html.replace(/^\s*<!doctype html>/iu, '')}`
}
