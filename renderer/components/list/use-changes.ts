import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import type { CellEdit, GridRow, RowSource } from '#renderer/components/grid/index.ts'
import { emptyStack, inverse, push, redone, undone } from '#renderer/components/grid/undo-stack.ts'
import type { UndoEntry, UndoStack } from '#renderer/components/grid/undo-stack.ts'
import { createTurns } from './in-turn.ts'
import type { Patch, Register } from './register.ts'
import { Overtaken, takeBack } from './take-back.ts'

/** One cell that somebody else changed in the meantime: both values, for the person to choose from. */
export interface Conflict<Row> { readonly row: Row; readonly edit: CellEdit<Row>; readonly mine: string | null; readonly theirs: string | null }

/** What saving one cell came to. */
export type CellOutcome<Row> = { readonly kind: 'saved' } | { readonly kind: 'failed'; readonly failure: Failure } | { readonly kind: 'conflict'; readonly conflict: Conflict<Row> }

export interface Changes<Row> {
  /** Shows the new value at once and takes it back where it could not be saved. */
  readonly saveCell: (row: Row, edit: CellEdit<Row>, value: string | null) => Promise<CellOutcome<Row>>
  /** Saves several records at once, all or none. @throws what core refuses */
  readonly saveAll: (changes: readonly { readonly row: Row; readonly patch: Patch }[]) => Promise<void>
  readonly withdraw: (ids: readonly string[]) => Promise<void>
  /** @throws what core refuses */
  readonly undo: () => Promise<UndoOutcome>
  readonly redo: () => Promise<UndoOutcome>
  /** A change made elsewhere (the panel's form), to be undone like the others. */
  readonly note: (entry: UndoEntry, saved?: readonly { readonly id: string; readonly revision: number }[]) => void
}

/** Overtaken: somebody has changed the same since; the step is given up, and what stands is shown. */
export type UndoOutcome = 'done' | 'nothing' | 'overtaken'

/** Changes of a list's records, each of which can be undone. */
export function useChanges<Row extends GridRow>(register: Register<Row>, source: RowSource<Row>): Changes<Row> {
  const queries = useQueryClient()
  const refresh = useRefresh()
  const stack = useRef<UndoStack>(emptyStack)
  // At which revision this person's changes left each record: a later one is somebody else's, or another screen's.
  const left = useRef(new Map<string, number>())
  // One change after the other: each needs the revision the one before it left, and undoing the last waits for it.
  const [inTurn] = useState(createTurns)
  return useMemo(() => {
    const note: Changes<Row>['note'] = (entry, saved = []) => {
      for (const { id, revision } of saved) left.current.set(id, revision)
      stack.current = push(stack.current, entry)
    }
    // The grid is only marked as out of date: reading it again now could move the row away from under the cursor.
    const refreshOthers = async () => {
      await queries.invalidateQueries({ queryKey: ['grid'], refetchType: 'none' })
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'grid' && JSON.stringify(queryKey[0]) !== '["system","preferences"]' })
    }
    const storeCell = async (row: Row, edit: CellEdit<Row>, value: string | null): Promise<CellOutcome<Row>> => {
      const stands = source.known(row.id) ?? row
      const patch = { [edit.field]: value }
      source.replace([edit.apply(stands, value)])
      try {
        const [saved] = await register.save([{ id: row.id, revision: stands.revision, patch }])
        // What follows from the field (a term from its day, a head from the department) is core's to say.
        source.replace([await register.get(row.id)])
        if (saved !== undefined) note({ kind: 'save', changes: [{ id: row.id, before: saved.before, after: patch }] }, [saved])
        await refreshOthers()
        return { kind: 'saved' }
      } catch (error) {
        const failure = failureOf(error)
        if (failure.kind === 'stale') return meanwhile(row, edit, value, failure.current)
        source.replace([row])
        return { kind: 'failed', failure }
      }
    }
    /** The record was saved by somebody else: where this field is untouched, both changes stand; else a person decides. */
    const meanwhile = async (row: Row, edit: CellEdit<Row>, mine: string | null, current: Record<string, unknown>): Promise<CellOutcome<Row>> => {
      const latest = await register.get(row.id)
      source.replace([latest])
      const theirs = edit.field in current ? textOrNull(current[edit.field]) : edit.value(latest)
      if (theirs === edit.value(row)) return storeCell(latest, edit, mine)
      return { kind: 'conflict', conflict: { row: latest, edit, mine, theirs } }
    }
    const revisionOf = async (id: string): Promise<number> => left.current.get(id) ?? source.known(id)?.revision ?? (await register.get(id)).revision
    const perform = async (entry: UndoEntry): Promise<void> => {
      if (entry.kind === 'withdraw') await register.withdraw(entry.ids)
      else if (entry.kind === 'reinstate') await register.reinstate(entry.ids)
      else {
        learnRevisions(await takeBack(register.save, entry.changes, revisionOf))
      }
      await refresh()
    }
    const learnRevisions = (saved: readonly { id: string; revision: number }[]): void => {
      for (const { id, revision } of saved) left.current.set(id, revision)
      source.learn(saved.flatMap(({ id, revision }) => {
        const row = source.known(id)
        return row === undefined ? [] : [{ ...row, revision }]
      }))
    }
    const saveAll: Changes<Row>['saveAll'] = async (changes) => {
      const patches = new Map(changes.map(({ row, patch }) => [row.id, patch]))
      const saved = await register.save(changes.map(({ row, patch }) => ({ id: row.id, revision: source.known(row.id)?.revision ?? row.revision, patch })))
      note({ kind: 'save', changes: saved.map(({ id, before }) => ({ id, before, after: only(patches.get(id) ?? {}, before) })) })
      learnRevisions(saved)
      await refresh()
    }
    const step = async (entry: UndoEntry | undefined, way: Way): Promise<UndoOutcome> => {
      if (entry === undefined) return 'nothing'
      try {
        await perform(way.entry(entry))
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error
        stack.current = way.without(stack.current)
        await refresh()
        return 'overtaken'
      }
      stack.current = way.moved(stack.current)
      return 'done'
    }
    return {
      saveCell: (row, edit, value) => {
        source.replace([edit.apply(source.known(row.id) ?? row, value)])
        return inTurn(() => storeCell(row, edit, value))
      },
      note,
      saveAll: (changes) => inTurn(() => saveAll(changes)),
      withdraw: (ids) => inTurn(async () => {
        await register.withdraw(ids)
        note({ kind: 'withdraw', ids })
        await refresh()
      }),
      undo: () => inTurn(() => step(stack.current.done.at(-1), back)),
      redo: () => inTurn(() => step(stack.current.undone.at(-1), again)),
    }
  }, [queries, refresh, register, source, inTurn])
}

/** A direction to go through the stack: what is to be saved, and the stack after it was, or after it was given up. */
interface Way { readonly entry: (entry: UndoEntry) => UndoEntry; readonly moved: (stack: UndoStack) => UndoStack; readonly without: (stack: UndoStack) => UndoStack }
const back: Way = { entry: inverse, moved: undone, without: ({ done, undone: rest }) => ({ done: done.slice(0, -1), undone: rest }) }
const again: Way = { entry: (entry) => entry, moved: redone, without: ({ done, undone: rest }) => ({ done, undone: rest.slice(0, -1) }) }

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : value === null || value === undefined ? null : String(value))

/** Of a patch the fields that really changed. */
const only = (patch: Patch, before: Patch): Patch => Object.fromEntries(Object.entries(patch).filter(([field]) => field in before))
