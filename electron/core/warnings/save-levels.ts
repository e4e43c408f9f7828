import { Refusal } from '#shared/model/refusal.ts'
import type { WarningLevel } from '#shared/model/warnings/levels.ts'
import type { Change } from '../database/database.ts'
import { readRules, toLevel } from './settings.ts'

/**
 * Puts these levels in place of those that stood. One that is left out is no longer chosen, and keeps its name for the
 * warnings that bear it.
 * @throws Refusal `warning.level-in-rule` where a rule still uses a level that is left out
 */
export async function saveLevels(change: Change, levels: readonly WarningLevel[]): Promise<number> {
  const before = new Map((await change.db.selectFrom('warning_level').selectAll().execute()).map((row) => [row.code, row]))
  const left = new Set(levels.map(({ code }) => code))
  if ((await readRules(change.db)).some(({ levelCode }) => !left.has(levelCode))) throw new Refusal('warning.level-in-rule')
  let saved = 0
  for (const level of levels) {
    const row = before.get(level.code)
    const after = {
      label_zh: level.labels['zh-CN'].trim(), label_en: level.labels.en.trim(), severity_rank: level.severityRank, colour: level.colour, needs_approval: level.needsApproval ? 1 as const : 0 as const,
      terms: JSON.stringify(level.terms), active: 1 as const,
    }
    if (row === undefined) await change.db.insertInto('warning_level').values({ code: level.code, ...after }).execute()
    else if (Object.entries(after).some(([column, value]) => Reflect.get(row, column) !== value)) await change.db.updateTable('warning_level').set({ ...after, revision: row.revision + 1 }).where('code', '=', level.code).execute()
    else continue
    if (row !== undefined && row.severity_rank !== level.severityRank) await rankAnew(change, level)
    await change.record({ action: 'warning-level.change', entity: 'warning-level', entityId: level.code, ...(row === undefined ? {} : { before: said(toLevel(row)) }), after: said(level) })
    saved++
  }
  for (const [code, row] of before) {
    if (left.has(code) || row.active === 0) continue
    await change.db.updateTable('warning_level').set({ active: 0, revision: row.revision + 1 }).where('code', '=', code).execute()
    await change.record({ action: 'warning-level.withdraw', entity: 'warning-level', entityId: code, before: said(toLevel(row)) })
    saved++
  }
  return saved
}

/** Lists are in order of the rank that each warning keeps. */
const rankAnew = async ({ db }: Change, { code, severityRank }: WarningLevel): Promise<void> => {
  await db.updateTable('warning').set({ level_rank: severityRank }).where('level_code', '=', code).execute()
}

const said = ({ labels, severityRank, colour, needsApproval, terms }: WarningLevel) => ({ labels, severityRank, colour, needsApproval, terms: Object.values(terms) })
