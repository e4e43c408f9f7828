import { describe, expect, test } from 'vitest'
import { emptyStack, inverse, push, redone, undone } from '#renderer/components/grid/undo-stack.ts'
import type { UndoEntry } from '#renderer/components/grid/undo-stack.ts'

const save = (id: string): UndoEntry => ({ kind: 'save', changes: [{ id, before: { owner: null }, after: { owner: '科长' } }] })

describe('undoing changes', () => {
  test('what was undone can be redone, newest first', () => {
    const two = push(push(emptyStack, save('a')), save('b'))
    const none = undone(undone(two))
    expect(none.done).toEqual([])
    expect(none.undone).toEqual([save('b'), save('a')])
    expect(redone(redone(none)).done).toEqual([save('a'), save('b')])
  })

  test('a new change ends the way back to what was undone', () => {
    expect(push(undone(push(emptyStack, save('a'))), save('b'))).toEqual({ done: [save('b')], undone: [] })
  })

  test('a change that changed nothing is no step', () => {
    expect(push(emptyStack, { kind: 'save', changes: [{ id: 'a', before: {}, after: {} }] })).toBe(emptyStack)
    expect(push(emptyStack, { kind: 'withdraw', ids: [] })).toBe(emptyStack)
  })

  test('the opposite of a save is a save of what was there, of a withdrawal a reinstatement', () => {
    expect(inverse(save('a'))).toEqual({ kind: 'save', changes: [{ id: 'a', before: { owner: '科长' }, after: { owner: null } }] })
    expect(inverse({ kind: 'withdraw', ids: ['a'] })).toEqual({ kind: 'reinstate', ids: ['a'] })
    expect(inverse(inverse(save('a')))).toEqual(save('a'))
  })

  test('only the last hundred steps are kept', () => {
    const many = Array.from({ length: 130 }, (_, index) => save(String(index))).reduce(push, emptyStack)
    expect(many.done).toHaveLength(100)
    expect(many.done.at(-1)).toEqual(save('129'))
  })

  test('undoing or redoing where there is nothing leaves the stack as it is', () => {
    expect(undone(emptyStack)).toBe(emptyStack)
    expect(redone(emptyStack)).toBe(emptyStack)
  })
})
