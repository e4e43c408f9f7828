import { setImmediate } from 'node:timers/promises'
import type { RunResult, WarningRule } from '#shared/contract/warnings.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Actor, Core } from '../../core.ts'
import type { Change } from '../../database/database.ts'
import { reporting } from '../../long-work.ts'
import type { Report } from '../../long-work.ts'
import { readHolidays } from '../../review/calendar.ts'
import type { Cursor } from '../rules/rule.ts'
import { rules } from '../rules/rules.ts'
import { levelNamed, readLevels, readRules } from '../settings.ts'
import { clearGone } from './clear-gone.ts'
import { enterFindings } from './enter-findings.ts'
import { noteLate } from './note-late.ts'

interface RunOf { readonly number: number; readonly id: string }

const running = new WeakSet<Core>()

/**
 * Asks every rule in force what it finds today, marks what is gone and raises what is late. Each page is a change of its
 * own, so that nobody waits for the whole; what was kept when the work is stopped stays, and the next run goes on.
 * @throws Refusal `warning.running`, `organisation.missing`
 */
export const runRules = (core: Core, actor: Actor): AsyncGenerator<Progress, RunResult, void> => reporting((tell) => runWhole(core, actor, tell))

/** The same for work nobody watches. */
export async function runWhole(core: Core, actor: Actor, tell: Report): Promise<RunResult> {
  if (running.has(core)) throw new Refusal('warning.running')
  running.add(core)
  try {
    return await new Run(core, actor, tell).whole()
  } finally {
    running.delete(core)
  }
}

class Run {
  readonly #result = { found: 0, seen: 0, cleared: 0, late: 0 }
  readonly #core: Core
  readonly #actor: Actor
  readonly #tell: Report

  constructor(core: Core, actor: Actor, tell: Report) {
    this.#core = core
    this.#actor = actor
    this.#tell = tell
  }

  async whole(): Promise<RunResult> {
    const run = await this.#begin()
    const asked = (await readRules(this.#core.database.read)).filter(({ enabled }) => enabled)
    for (const [index, rule] of asked.entries()) await this.#ask(rule, { run, told: { done: index, total: asked.length + 1, stage: rule.code } })
    await this.#noteLate({ done: asked.length, total: asked.length + 1, stage: 'late' })
    await this.#change(async (change) => {
      await change.db.updateTable('warning_run').set({ finished_at: change.at, ...this.#result }).where('id', '=', run.id).execute()
      await change.record({ action: 'warning-run.finish', entity: 'warning-run', entityId: run.id, after: this.#result })
    })
    return this.#result
  }

  #change<T>(work: (change: Change) => Promise<T>): Promise<T> {
    return this.#core.database.change(this.#actor, work)
  }

  async #begin(): Promise<RunOf> {
    return this.#change(async (change) => {
      if (await change.db.selectFrom('organisation').select('id').executeTakeFirst() === undefined) throw new Refusal('organisation.missing')
      const id = change.newId()
      await change.db.insertInto('warning_run').values({ id, started_at: change.at, started_on: change.today, started_by: this.#actor.name, finished_at: null }).execute()
      await change.record({ action: 'warning-run.begin', entity: 'warning-run', entityId: id })
      return change.db.selectFrom('warning_run').select(['number', 'id']).where('id', '=', id).executeTakeFirstOrThrow()
    })
  }

  async #ask(rule: WarningRule, { run, told }: { run: RunOf; told: Progress }): Promise<void> {
    for (let after: Cursor | undefined; ;) {
      await this.#tell(told)
      const { database, env } = this.#core
      const { findings, next } = await rules[rule.code].page(database.read, { today: env.localDate(env.now()), params: rule.params, after, dateOf: (instant) => env.localDate(Date.parse(instant)) })
      if (findings.length > 0) {
        const { found, seen } = await this.#change(async (change) => {
          const done = await enterFindings(change, findings, { rule: rule.code, run: run.number, level: levelNamed(await readLevels(change.db), rule.levelCode), holidays: await readHolidays(change.db) })
          // What was only seen again is told by the run as a whole; its last entry stands for all of it.
          if (done.found === 0) await change.record({ action: 'warning-run.see', entity: 'warning-run', entityId: run.id, after: { rule: rule.code, seen: done.seen } })
          return done
        })
        this.#result.found += found
        this.#result.seen += seen
      }
      await setImmediate()
      if (next === undefined) break
      after = next
    }
    for (let more = true; more;) {
      const done = await this.#change((change) => clearGone(change, { rule: rule.code, run: run.number }))
      this.#result.cleared += done.cleared
      more = done.more
      await this.#tell(told)
    }
  }

  async #noteLate(told: Progress): Promise<void> {
    for (let more = true; more;) {
      const done = await this.#change(async (change) => noteLate(change, { levels: (await readLevels(change.db)).filter(({ active }) => active), holidays: await readHolidays(change.db) }))
      this.#result.late += done.late
      more = done.more
      await this.#tell(told)
    }
  }
}
