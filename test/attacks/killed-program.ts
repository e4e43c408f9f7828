import { applyImport } from '#core/exchange/apply/apply-import.ts'
import { planImport } from '#core/exchange/plan/plan-import.ts'
import { restoreFolder } from '#core/database/copies/restore.ts'
import type { Core } from '#core/core.ts'
import { openCore } from '#core/open-core.ts'
import { applyEvents } from '#core/warnings/events/apply-events.ts'
import { planEvents } from '#core/warnings/events/plan-events.ts'
import { longEvents, longList } from './long-list.ts'

// Run as a program of its own, to be killed: says each stage it reaches, so that the killer can choose the moment.
const [task = '', folder = '', file = ''] = process.argv.slice(2)
const actor = { kind: 'person', name: 'tester' } as const

async function tellingStages<T>(work: AsyncGenerator<{ stage: string; done: number }, T, void>): Promise<T> {
  for (;;) {
    const step = await work.next()
    if (step.done) return step.value
    process.stdout.write(`${step.value.stage} ${step.value.done}\n`)
  }
}

/** Takes a file in by its plan. */
async function takeIn(core: Core): Promise<void> {
  if (task === 'events') {
    const { planId } = await tellingStages(planEvents(core, longEvents()))
    await tellingStages(applyEvents(core, actor, planId))
    return
  }
  const { planId } = await tellingStages(planImport(core, actor, { file: longList(), mapping: {}, locale: 'zh-CN' }))
  await tellingStages(applyImport(core, actor, planId))
}

if (task === 'restore') await tellingStages(restoreFolder(folder, { actor, file }))
else {
  const core = await openCore({ folder, version: '0.0.0' })
  await takeIn(core)
  process.stdout.write('applied\n')
  await core.close()
}
