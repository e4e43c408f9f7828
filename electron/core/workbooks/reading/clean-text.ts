// Every control character except tab and line feed, and the marks that reverse the reading direction: they are invisible,
// break searching and let a text pretend to be another one.
// oxlint-disable-next-line no-control-regex
const unwanted = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu
// oxlint-disable-next-line no-control-regex
const suspicious = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF\uD800-\uDFFF]/u

// What spreadsheet programs take for the start of a formula (OWASP, CSV injection), full-width signs included. An export
// puts one apostrophe before it, also before a text that has apostrophes of its own there; exactly one is taken off.
const neutralised = /^'(?='*[=+\-@\t\r\n|＝＋－＠])/u

/**
 * Text as it is stored and shown: line breaks are \n, control and direction characters are gone, halves of characters are
 * replaced. An apostrophe that an export put before = + - @ to disarm it is taken off again.
 */
export function cleanText(text: string): string {
  const plain = suspicious.test(text)
    ? text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll(unwanted, '')
    : text
  return plain.startsWith("'") ? plain.replace(neutralised, '') : plain
}
