import { calibrationMonths } from '#shared/model/consistency/rules.ts'
import { monthsBefore } from '#shared/model/months-before.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { toScale } from '../grading/stored-scales.ts'
import type { RuleSetting } from './rule-query.ts'

/** What the rules of one run go by, on a local calendar date. */
export async function readRuleSetting(db: ReadableDatabase, today: string): Promise<RuleSetting> {
  return { today, calibratedSince: monthsBefore(today, calibrationMonths), heaviest: await heaviestGrade(db), formerVersions: await formerVersions(db) }
}

/** The heaviest grade with every word for its leader. Before the organisation is set up there is nothing to find. */
async function heaviestGrade(db: ReadableDatabase): Promise<RuleSetting['heaviest']> {
  const row = await db.selectFrom('organisation').innerJoin('scale', 'scale.code', 'organisation.scale_code').selectAll('scale').limit(1).executeTakeFirst()
  const level = row === undefined ? undefined : toScale(row).levels.toSorted((a, b) => b.severityRank - a.severityRank)[0]
  if (level === undefined) return { grade: '', leaders: [] }
  const role = await db.selectFrom('vocabulary').select(['code', 'label_zh', 'label_en', 'aliases']).where('kind', '=', 'responsible-role').where('code', '=', level.responsible).executeTakeFirst()
  return { grade: level.code, leaders: role === undefined ? [] : [role.label_zh, role.label_en, ...JSON.parse(role.aliases) as string[]] }
}

async function formerVersions(db: ReadableDatabase): Promise<string[]> {
  const inForce = await db.selectFrom('method_in_force').select('method_version_id').orderBy('number', 'desc').limit(1).executeTakeFirst()
  if (inForce === undefined) return []
  const versions = await db.selectFrom('grading_method_version').select('id').where('id', '<>', inForce.method_version_id).execute()
  return versions.map(({ id }) => id)
}
