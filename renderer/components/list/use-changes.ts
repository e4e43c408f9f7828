import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { failureOf } from '#renderer/app/failure.ts'
import type { Failure } from '#renderer/app/failure.ts'
import { useRefresh } from '#renderer/app/use-refresh.ts'
import type { CellEdit, GridRow, RowSource } from '#renderer/components/grid/index.ts'
import { emptyStack, inverse, push, redone, undone } from '#renderer/components/grid/undo-stack.ts'
import type { UndoEntry, UndoStack } from '#renderer/components/grid/undo-stack.ts'
import type { Patch, Register } from './register.ts'

/** One cell that somebody else changed in the meantime: both values, for the person to choose from. */
export interface Conflict<Row> { readonly row: Row; readonly edit: CellEdit<Row>; readonly mine: string | null; readonly theirs: string | null; readonly revision: number }

/** What saving one cell came to. */
export type CellOutcome<Row> = { readonly kind: 'saved' } | { readonly kind: 'failed'; readonly failure: Failure } | { readonly kind: 'conflict'; readonly conflict: Conflict<Row> }

export interface Changes<Row> {
  /** Shows the new value at once and takes it back where it could not be saved. */
  readonly saveCell: (row: Row, edit: CellEdit<Row>, value: string | null, revision?: number) => Promise<CellOutcome<Row>>
  /** Saves several records at once, all or none. @throws what core refuses */
  readonly saveAll: (changes: readonly { readonly row: Row; readonly patch: Patch }[]) => Promise<void>
  readonly withdraw: (ids: readonly string[]) => Promise<void>
  /** Answers false where there is nothing to undo. @throws what core refuses */
  readonly undo: () => Promise<boolean>
  readonly redo: () => Promise<boolean>
  /** A change made elsewhere (the panel's form), to be undone like the others. */
  readonly note: (entry: UndoEntry) => void
}

/** Changes of a list's records, each of which can be undone. */
export function useChanges<Row extends GridRow>(register: Register<Row>, source: RowSource<Row>): Changes<Row> {
  const queries = useQueryClient()
  const refresh = useRefresh()
  const stack = useRef<UndoStack>(emptyStack)
  return useMemo(() => {
    const note = (entry: UndoEntry) => { stack.current = push(stack.current, entry) }
    // The grid is only marked as out of date: reading it again now could move the row away from under the cursor.
    const refreshOthers = async () => {
      await queries.invalidateQueries({ queryKey: ['grid'], refetchType: 'none' })
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'grid' && JSON.stringify(queryKey[0]) !== '["system","preferences"]' })
    }
    const saveCell: Changes<Row>['saveCell'] = async (row, edit, value, revision = row.revision) => {
      const patch = { [edit.field]: value }
      source.replace([edit.apply(row, value)])
      try {
        const [saved] = await register.save([{ id: row.id, revision, patch }])
        if (saved !== undefined) {
          source.replace([{ ...edit.apply(row, value), revision: saved.revision }])
          // What follows from the field (a term from its day, a head from the department) is core's to say.
          source.replace([await register.get(row.id)])
          note({ kind: 'save', changes: [{ id: row.id, before: saved.before, after: patch }] })
        }
        await refreshOthers()
        return { kind: 'saved' }
      } catch (error) {
        const failure = failureOf(error)
        source.replace([row])
        if (failure.kind !== 'stale') return { kind: 'failed', failure }
        return meanwhile(row, edit, value, failure.current)
      }
    }
    /** The record was saved by somebody else: where this field is untouched, both changes stand; else a person decides. */
    const meanwhile = async (row: Row, edit: CellEdit<Row>, mine: string | null, current: Record<string, unknown>): Promise<CellOutcome<Row>> => {
      const latest = await register.get(row.id)
      source.replace([latest])
      const theirs = edit.field in current ? textOrNull(current[edit.field]) : edit.value(latest)
      if (theirs === edit.value(row)) return saveCell(latest, edit, mine)
      return { kind: 'conflict', conflict: { row: latest, edit, mine, theirs, revision: latest.revision } }
    }
    const revisionOf = async (id: string): Promise<number> => source.known(id)?.revision ?? (await register.get(id)).revision
    const perform = async (entry: UndoEntry): Promise<void> => {
      if (entry.kind === 'withdraw') await register.withdraw(entry.ids)
      else if (entry.kind === 'reinstate') await register.reinstate(entry.ids)
      else {
        const items = await Promise.all(entry.changes.map(async ({ id, after }) => ({ id, revision: await revisionOf(id), patch: after })))
        await learnRevisions(await register.save(items))
      }
      await refresh()
    }
    const learnRevisions = async (saved: readonly { id: string; revision: number }[]): Promise<void> => {
      source.learn(saved.flatMap(({ id, revision }) => {
        const row = source.known(id)
        return row === undefined ? [] : [{ ...row, revision }]
      }))
    }
    return {
      saveCell,
      note,
      saveAll: async (changes) => {
        const saved = await register.save(changes.map(({ row, patch }) => ({ id: row.id, revision: row.revision, patch })))
        const patches = new Map(changes.map(({ row, patch }) => [row.id, patch]))
        note({ kind: 'save', changes: saved.map(({ id, before }) => ({ id, before, after: only(patches.get(id) ?? {}, before) })) })
        await learnRevisions(saved)
        await refresh()
      },
      withdraw: async (ids) => {
        await register.withdraw(ids)
        note({ kind: 'withdraw', ids })
        await refresh()
      },
      undo: async () => {
        const entry = stack.current.done.at(-1)
        if (entry === undefined) return false
        await perform(inverse(entry))
        stack.current = undone(stack.current)
        return true
      },
      redo: async () => {
        const entry = stack.current.undone.at(-1)
        if (entry === undefined) return false
        await perform(entry)
        stack.current = redone(stack.current)
        return true
      },
    }
  }, [queries, refresh, register, source])
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : value === null || value === undefined ? null : String(value))

/** Of a patch the fields that really changed. */
const only = (patch: Patch, before: Patch): Patch => Object.fromEntries(Object.entries(patch).filter(([field]) => field in before))
