// The block U+FF01–U+FF5E repeats ASCII 0x21–0x7E at this distance.
const FULL_WIDTH_OFFSET = 0xfee0

const brackets: Readonly<Record<string, string>> = { '【': '[', '】': ']', '〔': '[', '〕': ']', '〖': '[', '〗': ']' }

const fullWidth = /[\uFF01-\uFF5E]/gu
const otherBrackets = /[【】〔〕〖〗]/gu
const spaces = /[\s\u200B-\u200D\u2060\u3000\uFEFF]+/gu

/**
 * Text in its half-width spelling on one line: full-width digits, letters, brackets and marks become ASCII, every run of
 * spaces and line breaks becomes one space. For comparing and recognising, never for storing.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(fullWidth, (mark) => String.fromCharCode(mark.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replaceAll(otherBrackets, (mark) => brackets[mark] ?? mark)
    .replaceAll(spaces, ' ')
    .trim()
}

// Brackets stay: 取水许可(一) and 取水许可 are two powers.
const outerMarks = /^[^\P{P}()[\]]+|[^\P{P}()[\]]+$/gu

/**
 * The key under which names and texts are the same: folded, without any spaces, without marks at either end, lower case.
 * A cell that holds only marks (—, /) has the empty key, as a blank one has.
 */
export function keyOf(text: string): string {
  return foldText(text).replaceAll(' ', '').toLowerCase().replaceAll(outerMarks, '')
}
