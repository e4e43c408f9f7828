import { consistencyRules } from '#shared/model/consistency/rules.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { Entry } from '../review/entries.ts'
import { countRule } from './ask-rule.ts'
import { finders } from './finders.ts'
import { readLevels } from './levels.ts'
import { readRuleSetting } from './rule-setting.ts'

/**
 * Keeps an entry from being submitted for which a blocking rule counts as an error.
 * An entry that is to be cancelled need not be put in order first.
 * @throws Refusal `consistency.<rule>`
 */
export async function refuseInconsistent(change: Change, { id, number, entry_kind }: Pick<Entry, 'id' | 'number' | 'entry_kind'>): Promise<void> {
  if (entry_kind === 'cancel') return
  const { setting, levels } = await settingIn(change)
  for (const rule of consistencyRules) {
    if (!('blocks' in rule) || levels.get(rule.code) !== 'error') continue
    if (await countRule(change.db, finders[rule.code](setting), { ids: [id] }) > 0) throw new Refusal(`consistency.${rule.code}`, { number })
  }
}

const read = async ({ db, today }: Change) => ({ setting: await readRuleSetting(db, today), levels: await readLevels(db) })

/** Read once per change: a batch submits a hundred entries in one, and none of this is among what it changes. */
const settings = new WeakMap<Change, ReturnType<typeof read>>()

function settingIn(change: Change): ReturnType<typeof read> {
  const known = settings.get(change) ?? read(change)
  settings.set(change, known)
  return known
}
