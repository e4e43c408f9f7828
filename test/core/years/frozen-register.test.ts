import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Call } from '#core/registration.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { acceptGradings } from '#core/grading/accept-gradings.ts'
import { gradePoints } from '#core/grading/grade-points.ts'
import { changeMeasure, withdrawMeasures } from '#core/measures/measure-records.ts'
import { measuresHandlers } from '#core/measures/router.ts'
import { organisationHandlers } from '#core/organisation/router.ts'
import { createDepartment } from '#core/organisation/department-records.ts'
import { overviewHandlers } from '#core/overview/router.ts'
import { changePower } from '#core/powers/power-records.ts'
import { powersHandlers } from '#core/powers/router.ts'
import { gradingHandlers } from '#core/grading/router.ts'
import { withdrawRiskPoints } from '#core/risks/risk-records.ts'
import { risksHandlers } from '#core/risks/router.ts'
import { frozenCore, frozenYears, openYear } from '#core/years/frozen-years.ts'
import { viewFolder } from '#core/years/view-file.ts'
import { everyRole, testCall } from '#test/core/helpers/callers.ts'
import { finish, itemFor, refusalOf, withGradedRegister, aPoint } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { smallRegister } from '#test/core/helpers/small-register.ts'

const page = { offset: 0, limit: 100 }

/** What every list and every record of the register shows. */
async function everythingShown(call: Call) {
  const powers = await powersHandlers.list({ ...page, filter: {} }, call)
  const risks = await risksHandlers.list({ ...page, filter: {}, sort: { column: 'grade', direction: 'desc' } }, call)
  const measures = await measuresHandlers.list({ ...page, filter: {} }, call)
  return {
    overview: await overviewHandlers.get(undefined, call),
    powers, risks, measures,
    searched: await risksHandlers.list({ ...page, filter: { text: '有案' } }, call),
    searchedPowers: await powersHandlers.list({ ...page, filter: { text: '许可' } }, call),
    overdue: await measuresHandlers.list({ ...page, filter: { overdue: true } }, call),
    powerPages: await Promise.all(powers.rows.map(({ id }) => powersHandlers.get({ id }, call))),
    riskPages: await Promise.all(risks.rows.map(({ id }) => risksHandlers.get({ id }, call))),
    measurePages: await Promise.all(measures.rows.map(({ id }) => measuresHandlers.get({ id }, call))),
    departments: await organisationHandlers.departments(undefined, call),
    posts: await organisationHandlers.posts({}, call),
    vocabulary: await organisationHandlers.vocabulary(undefined, call),
    scales: await organisationHandlers.scales(undefined, call),
    organisation: await organisationHandlers.get(undefined, call),
    methods: await gradingHandlers.methods(undefined, call),
  }
}

const freeze = (register: TestRegister, year = 2026) => finish(freezeYear(register.core, officer, year))
const frozenCall = async (register: TestRegister, year = 2026): Promise<Call> => testCall(await frozenCore(register.core, officer, year), everyRole(officer.name))

describe('a frozen year that is opened', () => {
  test('shows in every list and every record what the register showed when it was frozen, whatever happened since', async () => {
    await withGradedRegister(async (register) => {
      const { points, powers, measures } = await smallRegister(register)
      await finish(acceptGradings(register.core, officer, { all: true, reason: '' }))
      await register.change((change) => createDepartment(change, { name: '监察股' }))
      const shown = await everythingShown(register.call)
      await freeze(register)
      register.clock.pass(400 * 86_400_000)
      const items = [await itemFor(register, points[1], { likelihood: 10, consequence: 100 })]
      await register.change((change) => gradePoints(change, { items, reason: '' }))
      await register.change((change) => withdrawRiskPoints(change, [points[4]]))
      await register.change((change) => withdrawMeasures(change, [measures.training]))
      await register.change((change) => changeMeasure(change, { id: measures.late, patch: { content: '改过的内容' } }))
      await register.change((change) => changePower(change, { id: powers.penalty, patch: { name: '改过的名称', legalBases: ['新依据'] } }))
      expect(await everythingShown(await frozenCall(register))).toEqual(shown)
      expect(await everythingShown(register.call)).not.toEqual(shown)
    })
  })

  test('keeps all gradings of the year and the one the year began with, not those before', async () => {
    await withGradedRegister(async (register) => {
      const { powers } = await smallRegister(register)
      const id = await aPoint(register, { powerId: powers.penalty, manifestation: '多次评定' })
      const grade = async (likelihood: number, days: number) => {
        const items = [await itemFor(register, id, { likelihood, consequence: 40 })]
        await register.change((change) => gradePoints(change, { items, reason: '按期复评', approver: '主要领导' }))
        register.clock.pass(days * 86_400_000)
      }
      await grade(1, 100)
      await grade(3, 300)
      await grade(6, 10)
      await grade(10, 10)
      await freeze(register, 2027)
      const { gradings } = await risksHandlers.get({ id }, await frozenCall(register, 2027))
      expect(gradings.map(({ factors }) => factors['likelihood'])).toEqual([10, 6, 3])
    })
  })

  test('names who held which post and keeps nothing of the accounts but the names', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await register.change(async (change) => {
        const department = await createDepartment(change, { name: '监察股' })
        const postId = change.newId()
        await change.db.insertInto('post').values({ id: postId, department_id: department, name: '审批岗', name_key: '审批岗', created_at: change.at, updated_at: change.at }).execute()
        for (const name of ['示例甲', '示例乙']) {
          const id = change.newId()
          await change.db.insertInto('person').values({ id, name, name_key: name, password: JSON.stringify({ hash: '绝密' }), password_changed_at: change.at, created_at: change.at, updated_at: change.at }).execute()
          if (name === '示例甲') await change.db.insertInto('post_holding').values({ id: change.newId(), post_id: postId, person_id: id, since: '2026-01-01', until: null, created_at: change.at, updated_at: change.at }).execute()
        }
        await change.record({ action: 'person.create', entity: 'person', entityId: postId })
      })
      await freeze(register)
      const rows = await register.database.read.selectFrom('archive_row').select('content').where('entity', 'in', ['register.person', 'register.post_holding']).execute()
      expect(rows).toHaveLength(2)
      expect(JSON.stringify(rows)).not.toContain('绝密')
      const { core } = await frozenCall(register)
      const holders = await core.database.read.selectFrom('post_holding as h').innerJoin('person as p', 'p.id', 'h.person_id').innerJoin('post as o', 'o.id', 'h.post_id')
        .select(['p.name', 'o.name as post', 'h.since', 'p.password']).execute()
      expect(holders).toEqual([{ name: '示例甲', post: '审批岗', since: '2026-01-01', password: 'null' }])
    })
  })

  test('tells how far it has come and is put together once for all who ask', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await freeze(register)
      const [{ told }, core] = await Promise.all([finish(openYear(register.core, officer, 2026)), frozenCore(register.core, officer, 2026)])
      expect(told[0]).toMatchObject({ stage: 'open-year', done: 0 })
      expect(core.database).toBe((await frozenCore(register.core, officer, 2026)).database)
      const opened = await register.database.read.selectFrom('audit_entry').select('number').where('action', '=', 'archive.open').execute()
      expect(opened).toHaveLength(1)
    })
  })

  test('is refused where the year was never frozen, or was frozen by an edition that kept no rows of the register', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      expect(await refusalOf(frozenCore(register.core, officer, 2025))).toMatchObject({ code: 'archive.missing', params: { year: 2025 } })
      await freeze(register)
      const { connection } = register.database
      connection.exec('DROP TRIGGER archive_row_stays; DROP TRIGGER archive_keeps_what_was')
      connection.exec("DELETE FROM archive_row WHERE entity LIKE 'register.%'")
      const { archiveHash } = await import('#core/archive/archive-hash.ts')
      connection.prepare('UPDATE archive SET content_hash = ?').run(archiveHash(connection, 1).hash)
      expect(await refusalOf(frozenCore(register.core, officer, 2026))).toMatchObject({ code: 'archive.too-old' })
      expect(readdirSync(viewFolder(register.core.folder))).toEqual([])
    })
  })
})

describe('an opened year cannot be tampered with', () => {
  test('nothing can be changed in it', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await freeze(register)
      const { database } = await frozenCore(register.core, officer, 2026)
      expect(await refusalOf(database.change(officer, (change) => change.record({ action: 'x', entity: 'x', entityId: 'x' })))).toMatchObject({ code: 'archive.read-only', params: { year: 2026 } })
      expect((await refusalOf(database.prefer('a', 1))).code).toBe('archive.read-only')
      expect(() => database.connection.exec("UPDATE risk_point SET manifestation = 'x'")).toThrow(/readonly|query_only/u)
    })
  })

  test('a year whose rows were changed is not opened', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await freeze(register)
      register.database.connection.exec('DROP TRIGGER archive_row_keeps_what_was')
      register.database.connection.exec("UPDATE archive_row SET content = replace(content, '有案不立', '没有问题') WHERE entity = 'register.risk_point'")
      expect((await refusalOf(frozenCore(register.core, officer, 2026))).code).toBe('archive.tampered')
      expect(readdirSync(viewFolder(register.core.folder))).toEqual([])
    })
  })

  test.each([
    ['changed by another program', (file: string) => {
      const connection = new Database(file)
      connection.exec("UPDATE risk_point SET manifestation = '没有问题'")
      connection.close()
    }],
    ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
    ['put in its place', (file: string) => writeFileSync(file, '不是数据库')],
  ])('a file kept from before that was %s is not believed but made anew', async (_name, tamper) => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      const shown = await everythingShown(register.call)
      await freeze(register)
      await frozenCore(register.core, officer, 2026)
      const [name] = readdirSync(viewFolder(register.core.folder))
      const file = join(viewFolder(register.core.folder), name ?? '')
      await register.core.frozenYears.close()
      tamper(file)
      const later = { ...register.core, database: register.database, frozenYears: frozenYears() }
      const core = await frozenCore(later, officer, 2026)
      expect(await everythingShown(testCall(core, everyRole(officer.name)))).toEqual(shown)
      await later.frozenYears.close()
    })
  })

  test('a file kept from before that is as it was built is used again, and one nobody built here is swept away', async () => {
    await withGradedRegister(async (register) => {
      await smallRegister(register)
      await freeze(register)
      await frozenCore(register.core, officer, 2026)
      await register.core.frozenYears.close()
      const later = { ...register.core, database: register.database, frozenYears: frozenYears() }
      await frozenCore(later, officer, 2026)
      expect(await register.database.read.selectFrom('audit_entry').select('number').where('action', '=', 'archive.open').execute()).toHaveLength(1)
      const stray = join(viewFolder(register.core.folder), 'stranger.sqlite')
      writeFileSync(stray, 'x')
      await freeze(register, 2025)
      await frozenCore(later, officer, 2025)
      expect(existsSync(stray)).toBe(false)
      await later.frozenYears.close()
    })
  })
})
