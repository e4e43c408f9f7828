import type { ReadableDatabase } from '../../database/database.ts'
import { readVocabulary } from '../../organisation/vocabulary-records.ts'
import { likelyNames, meansOffice } from './likely-names.ts'
import { textsOfPeople } from './person-columns.ts'

/**
 * Every name of a person that the register holds as such: of accounts, of whoever did something in it, and of whoever
 * somebody entered or imported as answering for a risk, a measure or a problem, as objecting or as warned.
 *
 * One character is struck nowhere, since it would strike words that name nobody; neither is what is the word of a post, a
 * department or a role. Which names of two characters are left where they are ordinary words, `nameStriker` says.
 */
export async function namesToStrike(db: ReadableDatabase): Promise<string[]> {
  const isWord = await wordsOfRegister(db)
  const { actors, entered } = await textsOfPeople(db)
  const names = [...actors.map((name) => name.trim()).filter((name) => !isWord(name) && !meansOffice(name)), ...[...new Set(entered)].flatMap((text) => likelyNames(text, isWord))]
  return [...new Set(names)].filter((name) => [...name].length > 1)
}

async function wordsOfRegister(db: ReadableDatabase): Promise<(text: string) => boolean> {
  const posts = await db.selectFrom('post').select('name').execute()
  const departments = await db.selectFrom('department').select(['name', 'head_title']).execute()
  const organisations = await db.selectFrom('organisation').select('name').execute()
  const vocabulary = (await readVocabulary(db)).flatMap(({ labels }) => Object.values(labels))
  const words = new Set([...[...posts, ...organisations].map(({ name }) => name), ...departments.flatMap(({ name, head_title }) => [name, head_title ?? '']), ...vocabulary].map((word) => word.trim()))
  return (text) => words.has(text)
}
