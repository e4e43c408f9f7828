import type { WarningRule, WarningSource } from '#shared/contract/warnings.ts'
import type { WarningLevel } from '#shared/model/warnings/levels.ts'
import { heaviestFirst } from '#shared/model/warnings/levels.ts'
import { soundParams } from '#shared/model/warnings/rules.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'

type Reading = Pick<ReadableDatabase, 'selectFrom'>

export const toLevel = (row: Row<'warning_level'>): WarningLevel => ({
  code: row.code, labels: { 'zh-CN': row.label_zh, en: row.label_en }, severityRank: row.severity_rank, colour: row.colour as WarningLevel['colour'], needsApproval: row.needs_approval === 1,
  terms: JSON.parse(row.terms) as WarningLevel['terms'],
})

export const toRule = (row: Row<'warning_rule'>): WarningRule => ({
  code: row.code, labels: { 'zh-CN': row.label_zh, en: row.label_en }, enabled: row.enabled === 1, levelCode: row.level_code,
  params: soundParams(row.code, JSON.parse(row.params) as Record<string, unknown>), revision: row.revision,
})

/** Levels in use, heaviest first; those that were given up are known by their words still. */
export async function readLevels(db: Reading): Promise<(WarningLevel & { active: boolean; revision: number })[]> {
  const rows = await db.selectFrom('warning_level').selectAll().execute()
  return heaviestFirst(rows.map((row) => ({ ...toLevel(row), active: row.active === 1, revision: row.revision })))
}

/** @throws Refusal `warning.level-unknown` */
export function levelNamed<T extends { code: string; active: boolean }>(levels: readonly T[], code: string): T {
  const level = levels.find((one) => one.code === code)
  if (level === undefined) throw new Refusal('warning.level-unknown', {}, 'levelCode')
  return level
}

export async function readRules(db: Reading): Promise<WarningRule[]> {
  return (await db.selectFrom('warning_rule').selectAll().orderBy('position').execute()).map(toRule)
}

export async function readSources(db: Reading): Promise<(WarningSource & { revision: number })[]> {
  const rows = await db.selectFrom('warning_source').selectAll().orderBy('position').orderBy('code').execute()
  return rows.map((row) => ({ code: row.code, labels: { 'zh-CN': row.label_zh, en: row.label_en }, active: row.active === 1, revision: row.revision }))
}

/** All that warnings are set up with. */
export async function readSettings(db: Reading) {
  const levels = await readLevels(db)
  const used = new Set((await db.selectFrom('warning_total').select('level_code').distinct().where('warnings', '>', 0).execute()).map((row) => row.level_code))
  return {
    levels: levels.map(({ active, revision, ...level }) => ({ level, active, revision, inUse: used.has(level.code) })),
    rules: await readRules(db),
    sources: await readSources(db),
  }
}
