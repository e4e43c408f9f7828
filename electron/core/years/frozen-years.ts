import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core, FrozenYear } from '../core.ts'
import type { Actor, RegisterDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import type { Environment } from '../environment.ts'
import { buildView } from './build-view.ts'
import type { KeptComparison } from './compare-years.ts'
import { openFrozenRegister } from './frozen-register.ts'
import { fileHash, makeViewFolder, sweepViews, trustedHash, viewFile } from './view-file.ts'

/** The frozen years that are open beside the register; each is put together once and read by all. */
export interface FrozenYears {
  /** What is open or being opened, by the year's hash. */
  readonly views: Map<string, View>
  /** Comparisons of years whose lists are still asked for, by their id. */
  readonly comparisons: Map<string, KeptComparison>
  /** Aborted when everything is to end. */
  readonly stopping: AbortSignal
  /** Stops what is being built and closes what is open. */
  close(): Promise<void>
}

interface View { readonly opened: Promise<RegisterDatabase>; readonly told: { progress: Progress } }

export function frozenYears(): FrozenYears {
  const views = new Map<string, View>()
  const comparisons = new Map<string, KeptComparison>()
  const stop = new AbortController()
  return {
    views,
    comparisons,
    stopping: stop.signal,
    close: async () => {
      stop.abort()
      for (const { store } of comparisons.values()) store.close()
      comparisons.clear()
      const opened = await Promise.allSettled([...views.values()].map((view) => view.opened))
      views.clear()
      for (const outcome of opened) if (outcome.status === 'fulfilled') outcome.value.close()
    },
  }
}

/**
 * A core whose register is a frozen year, for reading: the very same procedures run on it as on the live one, on the day
 * it was frozen.
 * @throws Refusal `archive.missing`, `archive.tampered`, `archive.too-old`
 */
export async function frozenCore(core: Core, actor: Actor, year: number): Promise<Core> {
  const archive = await archiveOf(core, year)
  const database = await viewOf(core, actor, archive).opened
  const frozen: FrozenYear = { year, frozenAt: archive.frozen_at, contentHash: archive.content_hash, live: core.database }
  return {
    database, frozen, folder: core.folder, env: envAt(core.env, archive), version: core.version, printer: core.printer, frozenYears: core.frozenYears,
    whileClosed: () => Promise.reject(new Refusal('archive.read-only', { year })),
    close: () => Promise.resolve(),
  }
}

/** Opens a frozen year and tells how far that has come. Stopping to read does not stop it: others may wait for it too. */
export async function* openYear(core: Core, actor: Actor, year: number): AsyncGenerator<Progress, Row<'archive'>, void> {
  const archive = await archiveOf(core, year)
  const view = viewOf(core, actor, archive)
  for (let done = false; !done;) {
    yield view.told.progress
    done = await Promise.race([view.opened.then(() => true), setTimeout(100, false)])
  }
  return archive
}

async function archiveOf({ database }: Core, year: number): Promise<Row<'archive'>> {
  const archive = await database.read.selectFrom('archive').selectAll().where('year', '=', year).executeTakeFirst()
  if (archive === undefined) throw new Refusal('archive.missing', { year })
  return archive
}

function viewOf(core: Core, actor: Actor, archive: Row<'archive'>): View {
  const { views } = core.frozenYears
  const known = views.get(archive.content_hash)
  if (known !== undefined) return known
  const told = { progress: { done: 0, total: archive.row_total * 2, stage: 'open-year' } }
  const view: View = { told, opened: openView(core, actor, archive, told) }
  views.set(archive.content_hash, view)
  view.opened.catch(() => views.delete(archive.content_hash))
  return view
}

async function openView(core: Core, actor: Actor, archive: Row<'archive'>, told: View['told']): Promise<RegisterDatabase> {
  const { database, folder, frozenYears: { stopping } } = core
  const file = viewFile(folder, archive)
  if (!await isTrusted(core, archive, file)) {
    makeViewFolder(folder)
    sweepViews(folder, await standingFiles(core))
    const hash = await buildView({
      db: database.read, archive, file,
      onProgress: (done, total) => {
        stopping.throwIfAborted()
        told.progress = { done, total, stage: 'open-year' }
      },
    })
    await database.change(actor, (change) => change.record({
      action: 'archive.open', entity: 'archive', entityId: archive.id, after: { year: archive.year, fileName: nameOf(file), fileHash: hash },
    }))
  }
  return openFrozenRegister(file, { env: envAt(core.env, archive), year: archive.year })
}

const nameOf = (file: string): string => file.split(/[/\\]/u).at(-1) ?? file

/** A view counts only while it is byte for byte what was built; anything else is built anew. */
async function isTrusted({ database }: Core, archive: Row<'archive'>, file: string): Promise<boolean> {
  if (!existsSync(file)) return false
  const hash = await trustedHash(database.read, archive, file)
  return hash !== undefined && hash === await fileHash(file)
}

async function standingFiles({ database, folder, frozenYears: { views } }: Core): Promise<string[]> {
  const archives = await database.read.selectFrom('archive').select('content_hash').execute()
  const open = [...views.keys()].map((content_hash) => viewFile(folder, { content_hash }))
  return [...archives.map((archive) => viewFile(folder, archive)), ...open, ...open.map((file) => `${file}.unfinished`)]
}

/** In a frozen year it is always the moment it was frozen at: what was overdue then is overdue here. */
function envAt(env: Environment, { frozen_at }: Row<'archive'>): Environment {
  const at = Date.parse(frozen_at)
  return { now: () => at, newId: env.newId, localDate: env.localDate }
}
