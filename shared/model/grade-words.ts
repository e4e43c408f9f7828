/** No grade is written longer than this; a longer cell is some other column's text and is not worth folding. */
const longestGradeWord = 40

const invisible = /[\s\u200B-\u200D\u2060\uFEFF]+/gu
const riskSuffix = /(?:风险点?|risk)$/u
const rankSuffix = /(?:等级|级|等|类|grade|level)$/u
const rankPrefix = /^(?:grade|level)(?=.)/u

const numerals: ReadonlyMap<string, number> = new Map([
  ...['一', '二', '三', '四', '五'].map((sign, index) => [sign, index + 1] as const),
  ...['1', '2', '3', '4', '5'].map((sign, index) => [sign, index + 1] as const),
  ...['i', 'ii', 'iii', 'iv', 'v'].map((sign, index) => [sign, index + 1] as const),
])

/** Full-width to half-width, Roman signs to letters, lower case, no spaces; of ★★☆ only the filled stars count. */
function fold(word: string): string {
  const folded = word.normalize('NFKC').replace(invisible, '').replaceAll('\u2B50', '★').toLowerCase()
  return folded.includes('★') ? folded.replaceAll('☆', '') : folded
}

/**
 * The key under which two spellings of one grade meet: 高, 高风险, 高等级 and 「 高 级 」 give the same key,
 * and so do 一级, 1级, Ⅰ级, 一等 and Level 1.
 *
 * A bare numeral keeps a key of its own: without 级 a 1 may as well be a count or a row number,
 * and taking it for a grade would be a guess.
 *
 * @returns undefined where nothing of a grade word is left, or the text is too long to be one.
 */
export function gradeWordKey(word: string): string | undefined {
  if (word.length > longestGradeWord) return undefined
  let rest = fold(word)
  let ranked = false
  for (;;) {
    const withoutRisk = rest.replace(riskSuffix, '')
    const shorter = withoutRisk.replace(rankSuffix, '').replace(rankPrefix, '')
    ranked ||= shorter !== withoutRisk
    if (shorter === rest) break
    rest = shorter
  }
  if (rest === '') return undefined
  const numeral = numerals.get(rest)
  if (numeral === undefined) return rest
  return ranked ? `rank ${numeral}` : `bare ${rest}`
}
