import { describe, expect, it } from 'vitest'
import { chainProblems } from '#core/evidence/chain-problems.ts'
import { recordProblems } from '#core/integrity/records-as-logged.ts'
import { auditOf } from '../helpers/sample.ts'
import { attach, passDays } from '../publicity/publicity-story.ts'
import { withStory } from '../review/review-story.ts'
import { chief, direct, handle, head, inspector, issue, leader, officer, other, raised, run, sheet, stateOf, way } from './warnings-story.ts'

describe('a disposal sheet', () => {
  it('goes its whole way, every step kept with who, when and what was said', async () => {
    await withStory(async (story) => {
      const id = await raised(story)
      await issue(story, id)
      await handle(story, id, 'receive')
      await handle(story, id, 'analyse')
      await handle(story, id, 'rectify')
      const evidence = await attach(story, 'warning', id)
      await handle(story, id, 'complete', officer, [evidence])
      await direct(story, id, 'pass')
      await direct(story, id, 'lift', leader, '')
      const { warning, steps } = await story.as(officer).warnings.get({ id })
      expect(warning).toMatchObject({ state: 'lifted', issueYear: 2026, issueNumber: 1, issuedOn: '2026-06-15', closedOn: '2026-06-15', dueOn: null, departmentName: '行政审批股', powerName: '取水许可审批' })
      expect(steps.map(({ action, person }) => [action, person])).toEqual([
        ['issue', inspector], ['receive', officer], ['analyse', officer], ['rectify', officer], ['complete', officer], ['pass', inspector], ['lift', leader],
      ])
      expect(steps[0]).toMatchObject({ way, text: '补充措施并报结果', rectifyBy: warning.rectifyBy })
      expect(steps[4]).toMatchObject({ evidence: [evidence], toState: 'rectified' })
      await expect(story.as(officer).attachments.withdraw({ attachmentId: evidence })).rejects.toMatchObject({ data: { code: 'attachment.in-use' } })
    })
  })

  it('counts its terms in working days by its level, and by the day that was set while it is put right', async () => {
    await withStory(async (story) => {
      const id = await raised(story)
      const due = async () => (await story.as(inspector).warnings.get({ id })).warning.dueOn
      expect(await due()).toBe('2026-06-22')
      await story.as(inspector).warnings.direct({ sheets: [await sheet(story, id)], action: 'issue', text: '整改', way, rectifyBy: '2026-07-31' })
      expect(await due()).toBe('2026-06-18')
      await handle(story, id, 'receive')
      expect(await due()).toBe('2026-06-22')
      await handle(story, id, 'analyse')
      await handle(story, id, 'rectify')
      expect(await due()).toBe('2026-07-31')
      await handle(story, id, 'complete')
      expect(await due()).toBe('2026-06-22')
    })
  })

  it('is not re-checked or lifted by whoever put it right', async () => {
    await withStory(async (story) => {
      const { register, approvals } = story.sample
      const { grantRole } = await import('#core/people/grants.ts')
      await register.change((change) => grantRole(change, { personId: story.ids.get(officer) ?? '', role: 'leader-in-charge', departments: [approvals] }))
      const id = await raised(story)
      await issue(story, id)
      for (const action of ['receive', 'analyse', 'rectify', 'complete'] as const) await handle(story, id, action)
      expect((await story.as(officer).warnings.get({ id })).rectifiedByCaller).toBe(true)
      for (const action of ['pass', 'return'] as const) await expect(direct(story, id, action, officer)).rejects.toMatchObject({ data: { code: 'warning.own-rectification' } })
      await direct(story, id, 'pass')
      await expect(direct(story, id, 'lift', officer)).rejects.toMatchObject({ data: { code: 'warning.own-rectification' } })
    })
  })

  it('waits for a leader where its level asks for it; a leader who issues approves by it', async () => {
    await withStory(async (story) => {
      const id = await raised(story, 'red')
      await issue(story, id)
      await expect(handle(story, id, 'receive')).rejects.toMatchObject({ data: { code: 'warning.not-open' } })
      await expect(direct(story, id, 'approve')).rejects.toMatchObject({ data: { code: 'warning.not-a-leader' } })
      await direct(story, id, 'approve', leader)
      await handle(story, id, 'receive')
      const byChief = await raised(story, 'red')
      await issue(story, byChief, chief)
      await handle(story, byChief, 'receive', head)
      expect(await stateOf(story, byChief)).toBe('received')
    })
  })

  it('goes back when the re-check is not passed, up to the next level when it is escalated, and out when it is transferred', async () => {
    await withStory(async (story) => {
      const id = await raised(story)
      await issue(story, id)
      for (const action of ['receive', 'analyse', 'rectify', 'complete'] as const) await handle(story, id, action)
      await direct(story, id, 'return')
      expect(await stateOf(story, id)).toBe('rectifying')
      await handle(story, id, 'complete')
      await direct(story, id, 'escalate')
      expect((await story.as(inspector).warnings.get({ id })).warning).toMatchObject({ state: 'escalated', levelCode: 'orange', escalations: 1, dueOn: '2026-06-18' })
      await issue(story, id)
      expect((await story.as(inspector).warnings.get({ id })).warning).toMatchObject({ state: 'issued', issueNumber: 1 })
      await direct(story, id, 'transfer', chief, '移送县纪委监委')
      expect(await stateOf(story, id)).toBe('transferred')
      await expect(direct(story, id, 'lift')).rejects.toMatchObject({ data: { code: 'warning.not-open' } })
    })
  })

  it('asks for words where a step says something, and for a way and a day when it is issued', async () => {
    await withStory(async (story) => {
      const id = await raised(story)
      const order = { sheets: [await sheet(story, id)], action: 'issue' as const, text: '整改', way }
      for (const [more, code] of [[{ text: ' ' }, 'warning.text-missing'], [{ way: '' }, 'warning.way-missing'], [{ rectifyBy: '2026-06-14' }, 'warning.rectify-by-past']] as const) {
        await expect(story.as(inspector).warnings.direct({ ...order, ...more })).rejects.toMatchObject({ data: { code } })
      }
      await expect(direct(story, id, 'lift', inspector, '')).rejects.toMatchObject({ data: { code: 'warning.text-missing' } })
      await issue(story, id)
      await handle(story, id, 'receive')
      await expect(story.as(officer).warnings.handle({ sheets: [await sheet(story, id)], action: 'analyse', text: '' })).rejects.toMatchObject({ data: { code: 'warning.text-missing' } })
      const foreign = await attach(story, 'power', story.sample.licence)
      await expect(handle(story, id, 'analyse', officer, [foreign])).rejects.toMatchObject({ data: { code: 'warning.evidence-foreign' } })
    })
  })

  it('is dealt with by its own department and directed by the office; writers of another department see it and touch nothing', async () => {
    await withStory(async (story) => {
      const { works, tender } = story.sample
      const { id } = await story.as(inspector).warnings.raise({ sourceCode: 'audit', levelCode: 'yellow', powerId: tender, situation: '标底泄露' })
      expect((await story.as(inspector).warnings.get({ id })).warning.departmentId).toBe(works)
      await issue(story, id)
      await expect(handle(story, id, 'receive')).rejects.toMatchObject({ data: { code: 'permission.elsewhere' } })
      await expect(direct(story, id, 'escalate', officer)).rejects.toMatchObject({ data: { code: 'permission.missing' } })
      await expect(handle(story, id, 'receive', inspector)).rejects.toMatchObject({ data: { code: 'permission.missing' } })
    })
  })

  it('is not overwritten by somebody who saw it as it was before', async () => {
    await withStory(async (story) => {
      const id = await raised(story)
      const seen = await sheet(story, id)
      await issue(story, id)
      await expect(story.as(chief).warnings.direct({ sheets: [seen], action: 'transfer', text: '移送' })).rejects.toMatchObject({ data: { code: 'warning.stale' } })
    })
  })

  it('can be issued and lifted many at once, all or none', async () => {
    await withStory(async (story) => {
      const ids = [await raised(story), await raised(story), await raised(story)]
      const sheets = await Promise.all(ids.map((id) => sheet(story, id)))
      await expect(story.as(inspector).warnings.direct({ sheets: [...sheets, { id: crypto.randomUUID(), revision: 1 }], action: 'issue', text: '整改', way })).rejects.toMatchObject({ data: { code: 'record.missing' } })
      expect(await stateOf(story, ids[0] ?? '')).toBe('found')
      expect(await story.as(inspector).warnings.direct({ sheets, action: 'issue', text: '整改', way })).toEqual({ done: 3 })
      expect((await story.as(inspector).warnings.list({ filter: { states: ['issued'] } })).rows.map(({ issueNumber }) => issueNumber).toSorted()).toEqual([1, 2, 3])
    })
  })

  it('names a department before it is issued', async () => {
    await withStory(async (story) => {
      const { id } = await story.as(inspector).warnings.raise({ sourceCode: 'opinion', levelCode: 'yellow', object: '网络舆情', situation: '网帖反映办事慢' })
      await expect(issue(story, id)).rejects.toMatchObject({ data: { code: 'warning.department-missing' } })
      await story.as(inspector).warnings.direct({ sheets: [await sheet(story, id)], action: 'issue', text: '核实', way, departmentId: story.sample.approvals })
      await handle(story, id, 'receive', other)
      expect(await stateOf(story, id)).toBe('received')
      expect(auditOf(story.sample.register, id)).toContainEqual(expect.objectContaining({ action: 'warning.issue', after: expect.objectContaining({ departmentId: story.sample.approvals }) }))
      expect(recordProblems(story.sample.register.database.connection)).toEqual([])
    })
  })
})

describe('the trail of a sheet', () => {
  it('never changes, and the log vouches for every step', async () => {
    await withStory(async (story) => {
      const id = await raised(story)
      await issue(story, id)
      passDays(story, 10)
      await run(story)
      const { connection } = story.sample.register.database
      for (const attack of ["UPDATE warning_step SET text = '改'", 'DELETE FROM warning_step', 'DELETE FROM warning', "UPDATE warning SET found_by = '改'", "UPDATE warning SET rule_code = 'copied-text'"]) expect(() => connection.exec(attack), attack).toThrow(/never/u)
      expect(await chainProblems(connection)).toEqual([])
      connection.exec('DROP TRIGGER warning_step_keeps_what_was')
      connection.exec("UPDATE warning_step SET text = '改' WHERE action = 'issue'")
      expect((await chainProblems(connection)).length).toBeGreaterThan(0)
    })
  })
})

describe('a warning by hand', () => {
  it('says where it comes from, about what, and what happened', async () => {
    await withStory(async (story) => {
      const { licence, point, tender } = story.sample
      const order = { sourceCode: 'petition', levelCode: 'yellow', situation: '来信反映' }
      for (const [more, code] of [
        [{ situation: ' ', powerId: licence }, 'warning.situation-missing'], [{ sourceCode: 'rumour', powerId: licence }, 'warning.source-unknown'], [{ levelCode: 'purple', powerId: licence }, 'warning.level-unknown'],
        [{}, 'warning.object-missing'], [{ powerId: tender, riskPointId: point }, 'warning.point-of-another-power'],
      ] as const) await expect(story.as(inspector).warnings.raise({ ...order, ...more })).rejects.toMatchObject({ data: { code } })
      const { id } = await story.as(inspector).warnings.raise({ ...order, riskPointId: point })
      expect((await story.as(officer).warnings.get({ id })).warning).toMatchObject({ powerId: licence, departmentId: story.sample.approvals, sourceCode: 'petition', ruleCode: null, subjectEntity: 'risk-point', situation: '来信反映' })
      await expect(story.as(officer).warnings.raise({ ...order, riskPointId: point })).rejects.toMatchObject({ data: { code: 'permission.missing' } })
    })
  })
})

describe('levels, rules and sources are data', () => {
  it('levels are changed as a whole; one that is given up keeps its name and is no longer chosen', async () => {
    await withStory(async (story) => {
      const id = await raised(story, 'yellow')
      const client = story.as(inspector)
      const levels = (await client.warnings.settings()).levels.map(({ level }) => level)
      await expect(client.warnings.saveLevels({ levels: levels.filter(({ code }) => code !== 'yellow') })).rejects.toMatchObject({ data: { code: 'warning.level-in-rule' } })
      for (const rule of (await client.warnings.settings()).rules.filter(({ levelCode }) => levelCode === 'yellow')) await client.warnings.saveRule({ ...rule, levelCode: 'orange' })
      const turned = levels.filter(({ code }) => code !== 'yellow').map((level) => ({ ...level, severityRank: level.code === 'red' ? 1 : 2 }))
      expect(await client.warnings.saveLevels({ levels: turned })).toEqual({ saved: 2 })
      expect((await client.warnings.settings()).levels.map(({ level, active }) => [level.code, active])).toEqual([['orange', true], ['red', true], ['yellow', false]])
      expect((await client.warnings.get({ id })).warning.levelCode).toBe('yellow')
      await expect(client.warnings.raise({ sourceCode: 'petition', levelCode: 'yellow', powerId: story.sample.licence, situation: '来信' })).rejects.toMatchObject({ data: { code: 'warning.level-unknown' } })
    })
  })

  it('rules keep within their limits and notice a second writer; sources can be added and given up', async () => {
    await withStory(async (story) => {
      const client = story.as(inspector)
      const rule = (await client.warnings.settings()).rules.find(({ code }) => code === 'benchmark-uncalibrated')
      if (rule === undefined) throw new Error('no rule')
      await expect(client.warnings.saveRule({ ...rule, params: { months: 0 } })).rejects.toMatchObject({ data: { code: 'warning.param' } })
      expect(await client.warnings.saveRule({ ...rule, params: { months: 12 } })).toEqual({ revision: 2 })
      await expect(client.warnings.saveRule(rule)).rejects.toMatchObject({ data: { code: 'warning.rule-stale' } })
      const sources = (await client.warnings.settings()).sources.map(({ code, labels, active }) => ({ code, labels, active }))
      await client.warnings.saveSources({ sources: [...sources.slice(1), { code: 'hotline', labels: { 'zh-CN': '12345 热线', en: 'Hotline' }, active: true }] })
      expect((await client.warnings.settings()).sources.map(({ code, active }) => [code, active]).slice(-2)).toEqual([['hotline', true], ['petition', false]])
      await expect(story.as(officer).warnings.saveRule(rule)).rejects.toMatchObject({ data: { code: 'permission.missing' } })
    })
  })
})
