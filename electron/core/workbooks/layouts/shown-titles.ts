import { columnLetters } from '#shared/model/column-letters.ts'
import { titleKey } from './layout.ts'

const longestShown = 60

const shortened = (title: string): string => (title.length > longestShown ? `${title.slice(0, longestShown - 1).toWellFormed()}…` : title)

/** What columns are called where something is said about them: short, none without a name, no two alike. */
export function shownTitles(titles: readonly string[]): string[] {
  const times = new Map<string, number>()
  for (const title of titles) times.set(titleKey(title), (times.get(titleKey(title)) ?? 0) + 1)
  return titles.map((title, column) => {
    if (titleKey(title) === '') return columnLetters(column)
    return times.get(titleKey(title)) === 1 ? shortened(title) : `${shortened(title)} (${columnLetters(column)})`
  })
}
