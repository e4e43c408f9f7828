import { describe, expect, test } from 'vitest'
import { archivedSnapshot, findArchive, listArchives } from '#core/archive/archives.ts'
import { faultyArchives } from '#core/archive/check-archives.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { liveSnapshot } from '#core/archive/live-snapshot.ts'
import { allRows, snapshotEntities } from '#core/archive/snapshot.ts'
import type { RegisterSnapshot } from '#core/archive/snapshot.ts'
import { acceptGradings } from '#core/grading/accept-gradings.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { changeMeasure, withdrawMeasures } from '#core/measures/measure-records.ts'
import { changePower } from '#core/powers/power-records.ts'
import { withdrawRiskPoints } from '#core/risks/risk-records.ts'
import { aPoint, aPower, finish, itemFor, refusalOf, stopAfter, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { smallRegister } from '#test/core/helpers/small-register.ts'

const freeze = (register: TestRegister, year = 2026) => finish(freezeYear(register.core, officer, year))

async function frozen(register: TestRegister, year = 2026): Promise<RegisterSnapshot> {
  const snapshot = await archivedSnapshot(register.database.read, year)
  if (snapshot === undefined) throw new Error('not frozen')
  return snapshot
}

async function everything(snapshot: RegisterSnapshot) {
  const parts = await Promise.all(snapshotEntities.filter((entity) => entity !== 'archive').map(async (entity) => [entity, await allRows(snapshot, entity)] as const))
  return Object.fromEntries(parts)
}

describe('freezing a year', () => {
  test('keeps exactly what the register held, under one hash', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await finish(acceptGradings(register.core, officer, { all: true, reason: '' }))
      const { result, told } = await freeze(register)
      expect(result).toEqual({ year: 2026, frozenAt: '2026-06-15T02:00:00.000Z', frozenBy: '测试员', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/), powers: 3, riskPoints: 5, controlMeasures: 5 })
      const last = told.at(-1)
      expect(last).toEqual({ done: last?.total, total: expect.any(Number), stage: 'freeze' })
      const live = await everything(liveSnapshot(register.database.read, { year: 2026, today: '2026-06-15' }))
      expect(await everything(await frozen(register))).toEqual(live)
      expect(await allRows(await frozen(register), 'archive')).toEqual([{ year: 2026, frozenAt: '2026-06-15T02:00:00.000Z', frozenOn: '2026-06-15', frozenBy: '测试员', log: { number: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) } }])
      expect(faultyArchives(register.database.connection)).toEqual([])
    })
  })

  test('a frozen point carries its grading, its measures and its power the basis and the steps', async () => {
    await withGradedRegister(async (register) => {
      const { points, powers, measures } = await smallRegister(register)
      await freeze(register)
      const snapshot = await frozen(register)
      const rows = await allRows(snapshot, 'risk-point')
      expect(rows.map(({ id }) => id)).toEqual(points)
      expect(rows[0]).toMatchObject({ powerId: powers.intake, measureIds: [measures.pairs, measures.training], grading: { stage: 'declared', factors: { likelihood: 6, consequence: 40 }, score: 240, finalGrade: 'high', finalRank: 3 } })
      expect(rows[4]).toMatchObject({ grading: null, confirmCode: 'grade.split', measureIds: [] })
      expect((await allRows(snapshot, 'power'))[0]).toMatchObject({ legalBases: ['《水法》第四十八条', '《取水许可条例》第二条'], steps: [{ name: '受理' }, { name: '审查' }] })
      expect((await allRows(snapshot, 'method-version')).map(({ methodCode, inForce }) => ({ methodCode, inForce }))).toEqual([{ methodCode: 'product', inForce: true }])
    })
  })

  test('a frozen year stays the same whatever happens to the register afterwards', async () => {
    await withGradedRegister(async (register) => {
      const { points, powers, measures } = await smallRegister(register)
      await freeze(register)
      const [before, header] = [await everything(await frozen(register)), await findArchive(register.database.read, 2026)]
      register.clock.pass(86_400_000)
      const items = [await itemFor(register, points[1], { likelihood: 10, consequence: 100 })]
      await register.change((change) => gradePoints(change, { items, reason: '' }))
      await register.change((change) => withdrawRiskPoints(change, [points[2]]))
      await register.change((change) => withdrawMeasures(change, [measures.training]))
      await register.change((change) => changeMeasure(change, { id: measures.late, patch: { content: '改过的内容' } }))
      await register.change((change) => changePower(change, { id: powers.penalty, patch: { name: '改过的名称', legalBases: ['新依据'] } }))
      await aPoint(register, { powerId: powers.penalty })
      expect(await everything(await frozen(register))).toEqual(before)
      expect(await findArchive(register.database.read, 2026)).toEqual(header)
      expect(faultyArchives(register.database.connection)).toEqual([])
    })
  })

  test('the same register frozen twice gives the same rows for the same content', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await freeze(register, 2025)
      await freeze(register, 2026)
      const content = (year: number) => register.database.read.selectFrom('archive_row').innerJoin('archive', 'archive.number', 'archive_row.archive_number')
        .select(['entity', 'position', 'entity_id', 'content']).where('archive.year', '=', year).where('entity', 'not in', ['archive', 'grade-change']).orderBy('entity').orderBy('position').execute()
      expect(await content(2025)).toEqual(await content(2026))
      expect((await listArchives(register.database.read)).map(({ year }) => year)).toEqual([2026, 2025])
    })
  })

  test('is refused the second time, for a year that has not begun and before there is an organisation', async () => {
    await withGradedRegister(async (register) => {
      await freeze(register)
      const archives = await listArchives(register.database.read)
      expect(await refusalOf(freeze(register))).toMatchObject({ code: 'year.frozen', params: { year: 2026, on: '2026-06-15' } })
      expect((await refusalOf(freeze(register, 2027))).code).toBe('year.not-begun')
      expect(await listArchives(register.database.read)).toEqual(archives)
    })
  })

  test('stopping half-way leaves nothing behind and keeps nobody from freezing later', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await stopAfter(freezeYear(register.core, officer, 2026), 2)
      expect(await listArchives(register.database.read)).toEqual([])
      expect(await register.database.read.selectFrom('archive_row').selectAll().execute()).toEqual([])
      expect((await freeze(register)).result.riskPoints).toBe(5)
    })
  })

  test('is recorded with its hash', async () => {
    await withGradedRegister(async (register) => {
      const { result } = await freeze(register)
      const entry = await register.database.read.selectFrom('audit_entry').select(['action', 'after']).where('entity', '=', 'archive').executeTakeFirstOrThrow()
      expect(entry.action).toBe('archive.freeze')
      expect(JSON.parse(entry.after ?? '')).toMatchObject({ year: 2026, contentHash: result.contentHash })
    })
  })

  test('more records than one chunk come back complete and in order', async () => {
    await withGradedRegister(async (register) => {
      const powerId = await aPower(register)
      await register.change(async (change) => {
        for (let n = 0; n < 1203; n++) {
          await change.db.insertInto('risk_point').values({ id: change.newId(), power_id: powerId, manifestation: `表现${n}`, manifestation_key: `${n}`, created_at: change.at, updated_at: change.at }).execute()
        }
        await change.record({ action: 'risk-point.create', entity: 'risk-point', entityId: 'x' })
      })
      await freeze(register)
      const rows = await allRows(await frozen(register), 'risk-point')
      expect(rows.map(({ manifestation }) => manifestation)).toEqual(Array.from({ length: 1203 }, (_, n) => `表现${n}`))
      expect(await (await frozen(register)).count('risk-point')).toBe(1203)
    })
  })
})

describe('a frozen year that somebody changed', () => {
  test.each([
    ['the text of a row', 'archive_row_keeps_what_was', "UPDATE archive_row SET content = replace(content, '有案不立', '没有问题')", 'content'],
    ['the grade of a point', 'archive_row_keeps_what_was', "UPDATE archive_row SET content = json_set(content, '$.grading.finalGrade', 'low') WHERE entity = 'risk-point' AND position = 0", 'content'],
    ['the id of a row', 'archive_row_keeps_what_was', "UPDATE archive_row SET entity_id = 'x' WHERE entity = 'power' AND position = 1", 'content'],
    ['a row that is gone', 'archive_row_stays', "DELETE FROM archive_row WHERE entity = 'risk-point' AND position = 4", 'rows'],
    ['a row too many', undefined, "INSERT INTO archive_row SELECT archive_number, entity, 99, entity_id, content FROM archive_row WHERE entity = 'power' AND position = 0", 'rows'],
    ['the hash itself', 'archive_keeps_what_was', "UPDATE archive SET content_hash = 'aa'", 'content'],
    ['the name of who froze it', 'archive_keeps_what_was', "UPDATE archive SET frozen_by = '别人'", 'header'],
    ['the year', 'archive_keeps_what_was', 'UPDATE archive SET year = 2020', 'header'],
  ])('is found out: %s', async (_name, trigger, statement, fault) => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await freeze(register)
      const { connection } = register.database
      if (trigger !== undefined) {
        expect(() => connection.exec(statement)).toThrow(/never changes/)
        connection.exec(`DROP TRIGGER ${trigger}`)
      }
      connection.exec(statement)
      expect(faultyArchives(connection).map((found) => found.fault)).toEqual([fault])
    })
  })
})
