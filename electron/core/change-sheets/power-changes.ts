import type { PowerChange } from '#shared/contract/change-sheets.ts'
import type { PowerChangeKind } from '#shared/model/publicity.ts'
import type { Days } from './entry-changes.ts'
import type { MonthSource } from './month-source.ts'

const dayLength = 86_400_000
const kinds: Readonly<Record<string, PowerChangeKind>> = { 'power.create': 'new', 'power.reinstate': 'new', 'power.change': 'changed', 'power.withdraw': 'withdrawn' }

const wide = (date: string, by: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + by * dayLength).toISOString()

/** What the log says of powers in some days of the local calendar; its own times are UTC. */
async function powerEntries({ log, localDate }: Pick<MonthSource, 'log' | 'localDate'>, { from, to }: Days) {
  const rows = await log.db.selectFrom('audit_entry').select(['entity_id', 'action', 'at', 'actor', 'after']).where('entity', '=', 'power').where('at', '>=', wide(from, -1)).where('at', '<=', log.until === undefined || log.until > wide(to, 2) ? wide(to, 2) : log.until).orderBy('at').orderBy('number').execute()
  return rows.flatMap((row) => {
    const on = localDate(Date.parse(row.at))
    const kind = kinds[row.action]
    return kind === undefined || on < from || on > to ? [] : [{ ...row, kind, on }]
  })
}

type PowerEntry = Awaited<ReturnType<typeof powerEntries>>[number]

/** One line for each power: what is left of what was done to it within the days. */
function netOf(entries: readonly PowerEntry[]): { kind: PowerChangeKind; fields: string[] } | undefined {
  const [born, gone] = [entries[0]?.kind === 'new', entries.at(-1)?.kind === 'withdrawn']
  if (born && gone) return undefined
  const fields = [...new Set(entries.filter(({ kind }) => kind === 'changed').flatMap(({ after }) => Object.keys(JSON.parse(after ?? '{}') as object)))]
  return { kind: born ? 'new' : gone ? 'withdrawn' : 'changed', fields: born || gone ? [] : fields }
}

/** How many powers changed, by the month. */
export async function countPowerChanges(source: MonthSource, days: Days): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  const entries = await powerEntries(source, days)
  for (const group of Map.groupBy(entries, ({ entity_id, on }) => `${on.slice(0, 7)} ${entity_id}`).values()) {
    const month = group[0]?.on.slice(0, 7)
    if (month !== undefined && netOf(group) !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  return counts
}

const atOnce = 500

export async function powerChanges(source: MonthSource, days: Days): Promise<PowerChange[]> {
  const groups = Map.groupBy(await powerEntries(source, days), ({ entity_id }) => entity_id)
  const ids = [...groups.keys()]
  const changes: PowerChange[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = await source.db.selectFrom('power as p').leftJoin('department as d', 'd.id', 'p.department_id').select(['p.id', 'p.number', 'p.name', 'd.name as department']).where('p.id', 'in', ids.slice(from, from + atOnce)).orderBy('p.number').execute()
    for (const { id, number, name, department } of rows) {
      const entries = groups.get(id) ?? []
      const [net, last] = [netOf(entries), entries.at(-1)]
      if (net !== undefined && last !== undefined) changes.push({ ...net, powerId: id, number, departmentName: department ?? '', powerName: name, person: last.actor, on: last.on })
    }
  }
  return changes
}
