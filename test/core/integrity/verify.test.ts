import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { gradePoints } from '#core/grading/grade-points.ts'
import { changeOrganisation } from '#core/organisation/organisation-record.ts'
import { createPerson, renamePerson } from '#core/people/accounts.ts'
import { createMeasure, linkMeasure } from '#core/measures/measure-records.ts'
import { verifySteps } from '#core/integrity/verify-steps.ts'
import { verifyRegister } from '#core/integrity/verify-register.ts'
import { freezeYear } from '#core/archive/freeze-year.ts'
import { sentenceFor } from '#shared/locales/translator.ts'
import { aPoint, aPower, finish, itemFor, withGradedRegister } from '#test/core/helpers/graded-register.ts'
import { officer } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'

/** A register with everything `verify` looks at: graded and ungraded points, measures, links, steps, a frozen year. */
async function withWork(work: (register: TestRegister) => Promise<void>): Promise<void> {
  await withGradedRegister(async (register) => {
    const powerId = await aPower(register, { steps: [{ name: '受理' }, { name: '决定' }], legalBases: ['水法第四十八条'] })
    const points = [await aPoint(register, { powerId }), await aPoint(register, { powerId, manifestation: '超越权限审批' })]
    const [graded = '', other = ''] = points
    await register.change(async (change) => {
      const measureId = await createMeasure(change, { content: '双人核查', owner: '科长' })
      await linkMeasure(change, { riskPointId: graded, measureId, position: 0, basis: 'stated' })
      await linkMeasure(change, { riskPointId: other, measureId, position: 0, basis: 'shared' })
    })
    for (const likelihood of [1, 6]) {
      const item = await itemFor(register, graded, { likelihood, consequence: 40 })
      await register.change((change) => gradePoints(change, { items: [item], reason: '' }))
    }
    await finish(freezeYear(register.core, officer, 2026))
    await work(register)
  })
}

const problemsOf = async (register: TestRegister) => (await finish(verifyRegister(register.core))).result.problems

describe('a sound register', () => {
  test('has no problems, and each step tells what it looks at', async () => {
    await withWork(async (register) => {
      const { told, result } = await finish(verifyRegister(register.core))
      expect(result.problems).toEqual([])
      expect(told.map(({ stage }) => stage)).toEqual(verifySteps.map(({ stage }) => stage))
    })
  })

  test.each(['半\ud83d对', '零\u0000号', '分隔\u2028号', '\u007f号'])('is sound whatever signs are in names and lists: %j', async (text) => {
    await withWork(async (register) => {
      const personId = await register.change((change) => createPerson(change, { name: text, hash: '{}', mustChange: false }))
      await register.change((change) => renamePerson(change, { id: personId, revision: 1, name: `${text}${text}` }))
      await aPower(register, { name: text, steps: [{ name: text }], legalBases: [text] })
      await register.change(async (change) => {
        const { revision } = await change.db.selectFrom('organisation').select('revision').executeTakeFirstOrThrow()
        await changeOrganisation(change, { revision, name: text, creditCode: null, regionCode: null, level: 'county', parentName: text })
      })
      expect(await problemsOf(register)).toEqual([])
    })
  })

  test('can be read and written while it is examined', async () => {
    await withWork(async (register) => {
      const work = verifyRegister(register.core)
      await work.next()
      await aPower(register, { name: '河道采砂许可' })
      let step = await work.next()
      while (!step.done) { step = await work.next(); await setImmediate() }
      expect(step.value.problems).toEqual([])
    })
  })
})

/** Statements somebody could run past the program, and what `verify` says to each. */
const tamperings: readonly (readonly [string, string, string])[] = [
  ['a grade lowered past the gradings', 'integrity.grading', "UPDATE risk_point SET grade_code = 'low', grade_rank = 1 WHERE number = 1"],
  ['a place in the matrix moved', 'integrity.grading', 'UPDATE risk_point SET likelihood = 1 WHERE number = 1'],
  ['a grade given without a grading', 'integrity.grading', "UPDATE risk_point SET grade_code = 'low', grade_rank = 1, grading_stage = 'accepted' WHERE number = 2"],
  ['the grading of another point', 'integrity.grading', `UPDATE risk_point SET (grading_id, grade_code, grade_rank, grading_stage, likelihood, consequence) =
    (SELECT grading_id, grade_code, grade_rank, grading_stage, likelihood, consequence FROM risk_point WHERE number = 1) WHERE number = 2`],
  ['a grade taken away', 'integrity.grading', `UPDATE risk_point SET grading_id = NULL, grade_code = NULL, grade_rank = NULL, grading_stage = NULL,
    likelihood = NULL, consequence = NULL WHERE number = 1`],
  ['an earlier, milder grading put back', 'integrity.grading', `UPDATE risk_point SET (grading_id, grade_code, grade_rank, likelihood) =
    (SELECT id, final_grade, final_rank, 1.0 FROM grading WHERE number = 1) WHERE number = 1`],
  ['a text that was approved, written anew', 'integrity.last-kept', "UPDATE risk_point SET manifestation = '并无大碍' WHERE number = 1"],
  ['a field filled that nobody filled', 'integrity.last-kept', "UPDATE power SET benchmark_no = '龙水〔2020〕1号'"],
  ['a measure taken out of force', 'integrity.last-kept', "UPDATE control_measure SET state = 'withdrawn'"],
  ['a measure taken from a point', 'integrity.last-kept', 'DELETE FROM risk_point_measure WHERE risk_point_id = (SELECT id FROM risk_point WHERE number = 1)'],
  ['an entry in force that nobody decided on', 'integrity.last-kept', "UPDATE risk_point SET entry_state = 'in-force' WHERE number = 2"],
  ['a grade determined by nobody', 'integrity.last-kept', "UPDATE risk_point SET determined_grade = 'low', determined_rank = 1 WHERE number = 2"],
  ['a trigger that kept the log append-only', 'integrity.schema', 'DROP TRIGGER audit_stays'],
  ['a trigger that nobody knows', 'integrity.schema', 'CREATE TRIGGER sly AFTER INSERT ON power BEGIN SELECT 1; END'],
  ['a wrong count', 'integrity.count', 'UPDATE power SET risk_count = 7'],
  ['a wrong total', 'integrity.total', 'UPDATE risk_point_total SET points = points + 1'],
  ['a total that is missing', 'integrity.total', 'DELETE FROM control_measure_total'],
  ['a link whose record is gone', 'integrity.reference', "PRAGMA foreign_keys = OFF; UPDATE process_step SET power_id = 'gone' WHERE name = '受理'"],
  ['text that search does not find', 'integrity.search', 'DELETE FROM risk_point_text WHERE rowid = 1'],
  ['search rows of nothing', 'integrity.search', "INSERT INTO power_text (rowid, name, code, basis) VALUES (99, 'a', 'b', 'c')"],
  ['a record nobody entered', 'integrity.untraced', "INSERT INTO department SELECT 9, 'new-id', id, 'x', 'x', 9, NULL, 'in-force', 1, created_at, updated_at FROM organisation"],
  ['an entry taken out of the log', 'integrity.trace-gap', 'DROP TRIGGER audit_stays; DELETE FROM audit_entry WHERE number = 2'],
  ['a frozen row changed', 'integrity.archive-content', "DROP TRIGGER archive_row_keeps_what_was; UPDATE archive_row SET content = json_set(content, '$.name', 'x') WHERE entity = 'power'"],
  ['a frozen row removed', 'integrity.archive-rows', "DROP TRIGGER archive_row_stays; DELETE FROM archive_row WHERE entity = 'power'"],
  ['a year frozen by somebody else', 'integrity.archive-header', "DROP TRIGGER archive_keeps_what_was; UPDATE archive SET frozen_by = '别人'"],
]

describe('a register that was tampered with', () => {
  test.each(tamperings)('%s is found', async (_what, code, sql) => {
    await withWork(async (register) => {
      register.database.connection.exec(sql)
      const problems = await problemsOf(register)
      expect(problems.map((problem) => problem.code)).toContain(code)
      for (const problem of problems) {
        expect(sentenceFor('en', 'errors', problem)).not.toMatch(/\{\{|^integrity/)
        expect(sentenceFor('zh-CN', 'errors', problem)).not.toMatch(/\{\{|^integrity/)
      }
    })
  })
})
