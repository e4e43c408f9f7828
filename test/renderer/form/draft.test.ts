import { describe, expect, test } from 'vitest'
import { overtaken, rebased, resolved, tidied, typed } from '#renderer/components/form/draft.ts'

const base = { revision: 3, owner: '科长', content: '双人检查', kindCode: null }

describe('a draft of a record', () => {
  test('holds what was typed and what stood there before', () => {
    expect(typed(null, base, 'owner', '局长')).toEqual({ revision: 3, patch: { owner: '局长' }, before: { owner: '科长' } })
  })

  test('is gone when everything is as it was', () => {
    const draft = typed(null, base, 'owner', '局长')
    expect(typed(draft, base, 'owner', '科长')).toBeNull()
  })

  test('remembers the first state, however the record changes meanwhile', () => {
    const draft = typed(null, base, 'owner', '局长')
    const later = { ...base, revision: 4, owner: '副局长' }
    expect(typed(draft, later, 'owner', '主任')).toEqual({ revision: 3, patch: { owner: '主任' }, before: { owner: '科长' } })
  })

  test('is overtaken only in fields that somebody else changed', () => {
    const draft = typed(typed(null, base, 'owner', '局长'), base, 'content', '三人检查')
    expect(overtaken(draft, { ...base, revision: 4, content: '交叉检查' })).toEqual(['content'])
    expect(overtaken(draft, { ...base, revision: 4, kindCode: 'prevent' })).toEqual([])
  })

  test('put on top of the latest record keeps the rest and gives up the fields named', () => {
    const draft = typed(typed(null, base, 'owner', '局长'), base, 'content', '三人检查')
    const latest = { ...base, revision: 4, content: '交叉检查' }
    expect(rebased(draft, latest, ['content'])).toEqual({ revision: 4, patch: { owner: '局长' }, before: { owner: '科长' } })
    expect(rebased(draft, latest, [])).toEqual({ revision: 4, patch: { owner: '局长', content: '三人检查' }, before: { owner: '科长', content: '交叉检查' } })
    expect(rebased(draft, latest, ['owner', 'content'])).toBeNull()
  })

  test('is settled field by field: the other’s value or one’s own, the rest untouched', () => {
    const draft = typed(typed(null, base, 'owner', '局长'), base, 'content', '三人检查')
    const latest = { ...base, revision: 4, owner: '副局长', content: '交叉检查' }
    const mine = resolved(draft, latest, 'owner', 'mine')
    expect(overtaken(mine, latest)).toEqual(['content'])
    expect(resolved(mine, latest, 'content', 'theirs')).toEqual({ revision: 3, patch: { owner: '局长' }, before: { owner: '副局长' } })
    expect(resolved(resolved(draft, latest, 'owner', 'theirs'), latest, 'content', 'theirs')).toBeNull()
  })

  test('is sent without outer spaces, empty texts as nothing, lists without empty lines', () => {
    expect(tidied({ owner: '  科长 ', content: '   ', legalBases: ['第一条', ' ', ''], pastCase: false })).toEqual({ owner: '科长', content: null, legalBases: ['第一条'], pastCase: false })
  })
})
