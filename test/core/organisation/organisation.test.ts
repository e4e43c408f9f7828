import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keyOf } from '#shared/model/text-key.ts'
import { responsibleRoles as rolesOfScales } from '#shared/model/scales.ts'
import { organisationHandlers } from '#core/organisation/router.ts'
import { powersHandlers } from '#core/powers/router.ts'
import { risksHandlers } from '#core/risks/router.ts'
import { openTestRegister } from '../helpers/register.ts'
import { auditOf, declareGrade, openSample } from '../helpers/sample.ts'
import type { Sample } from '../helpers/sample.ts'

const input = { name: '龙岭县水利局', creditCode: null, regionCode: null, level: null, parentName: null }

describe('setting up an organisation', () => {
  it('brings the vocabularies, scales and methods of the field, and happens once', async () => {
    const register = await openTestRegister()
    try {
      expect(await organisationHandlers.get(undefined, register.call)).toBeNull()
      const made = await organisationHandlers.setUp({ ...input, creditCode: ' １1350000003591037r ', regionCode: '350 800' }, register.call)
      expect(made).toMatchObject({ name: '龙岭县水利局', creditCode: '11350000003591037R', regionCode: '350800', scaleCode: 'three', revision: 1 })
      const vocabulary = await organisationHandlers.vocabulary(undefined, register.call)
      const codes = (kind: string) => vocabulary.filter((item) => item.kind === kind).map(({ code }) => code)
      expect(codes('risk-category')).toEqual(['integrity-awareness', 'post-duties', 'business-process', 'rules-and-mechanism', 'external-environment'])
      expect(codes('measure-kind')).toEqual(['prevention', 'monitoring', 'disposal'])
      expect(codes('responsible-role')).toEqual([...rolesOfScales])
      expect(codes('power-type')).toHaveLength(20)
      expect((await organisationHandlers.scales(undefined, register.call)).map(({ scale, inUse }) => [scale.code, inUse])).toEqual([['four', false], ['three', true]])
      const inForce = register.database.connection.prepare('SELECT m.code FROM method_in_force f JOIN grading_method_version v ON v.id = f.method_version_id JOIN grading_method m ON m.id = v.method_id').all()
      expect(inForce).toEqual([{ code: 'choice' }])
      await expect(organisationHandlers.setUp(input, register.call)).rejects.toMatchObject({ code: 'organisation.exists' })
    } finally {
      await register.close()
    }
  })

  it('gives every word of a vocabulary one meaning', async () => {
    const { register } = await openSample()
    const vocabulary = await organisationHandlers.vocabulary(undefined, register.call)
    await register.close()
    for (const kind of new Set(vocabulary.map((item) => item.kind))) {
      const meanings = new Map<string, Set<string>>()
      for (const { code, labels, aliases } of vocabulary.filter((item) => item.kind === kind)) {
        for (const word of [labels['zh-CN'], labels.en, ...aliases]) meanings.set(keyOf(word), (meanings.get(keyOf(word)) ?? new Set()).add(code))
      }
      expect([...meanings].filter(([key, codes]) => key === '' || codes.size > 1)).toEqual([])
    }
  })

  it('refuses codes that cannot be right and changes nothing', async () => {
    const register = await openTestRegister()
    try {
      const set = (codes: { creditCode?: string; regionCode?: string }) => organisationHandlers.setUp({ ...input, ...codes }, register.call)
      await expect(set({ creditCode: '91310115MA1G4L1WXK' })).rejects.toMatchObject({ code: 'organisation.credit-code.check-digit', field: 'creditCode' })
      await expect(set({ creditCode: '9131' })).rejects.toMatchObject({ code: 'organisation.credit-code.length' })
      await expect(set({ creditCode: 'I1350000003591037R' })).rejects.toMatchObject({ code: 'organisation.credit-code.alphabet' })
      await expect(set({ regionCode: '3508' })).rejects.toMatchObject({ code: 'organisation.region-code.length', field: 'regionCode' })
      await expect(set({ regionCode: '035080' })).rejects.toMatchObject({ code: 'organisation.region-code.digits' })
      expect(await organisationHandlers.get(undefined, register.call)).toBeNull()
    } finally {
      await register.close()
    }
  })
})

describe('the settings of an organisation', () => {
  let sample: Sample
  beforeEach(async () => { sample = await openSample() })
  afterEach(() => sample.register.close())
  const call = () => sample.register.call

  it('are saved by revision', async () => {
    const saved = await organisationHandlers.save({ ...input, parentName: '龙岭县人民政府', revision: 1 }, call())
    expect(saved).toMatchObject({ parentName: '龙岭县人民政府', regionCode: null, revision: 2 })
    expect(auditOf(sample.register, saved.id).at(-1)).toMatchObject({ action: 'organisation.change', before: { parentName: null, regionCode: '350800', level: 'county' }, after: { parentName: '龙岭县人民政府', regionCode: null, level: null } })
    await expect(organisationHandlers.save({ ...input, revision: 1 }, call())).rejects.toMatchObject({ name: 'StaleRecord', current: { revision: 2 } })
    expect(await organisationHandlers.save({ ...input, parentName: '龙岭县人民政府', revision: 2 }, call())).toEqual(saved)
  })

  it('know a department by its name however it is spelt', async () => {
    await expect(organisationHandlers.createDepartment({ name: ' 行政 审批股', headTitle: null }, call())).rejects.toMatchObject({ code: 'department.name-taken', params: { name: '行政审批股' } })
    await expect(organisationHandlers.saveDepartment({ id: sample.works, revision: 1, name: '行政审批股', headTitle: null }, call())).rejects.toMatchObject({ code: 'department.name-taken' })
    expect(await organisationHandlers.saveDepartment({ id: sample.works, revision: 1, name: '建设 管理股', headTitle: '股长' }, call())).toEqual({ revision: 2 })
    await expect(organisationHandlers.saveDepartment({ id: sample.works, revision: 1, name: '别的', headTitle: null }, call())).rejects.toMatchObject({ name: 'StaleRecord', current: { name: '建设 管理股' } })
  })

  it('count what belongs to departments and posts', async () => {
    expect(await organisationHandlers.departments(undefined, call())).toMatchObject([
      { name: '行政审批股', headTitle: '股长', powers: 1, riskPoints: 1, measures: 1 }, { name: '建设管理股', powers: 1, riskPoints: 0, measures: 0 },
    ])
    expect(await organisationHandlers.posts({}, call())).toMatchObject([{ name: '审批岗', powers: 1, riskPoints: 0 }, { name: '招标岗', powers: 0 }])
    expect(await organisationHandlers.posts({ departmentId: sample.works }, call())).toMatchObject([{ id: sample.worksPost }])
  })

  it('keep departments and posts that are in use', async () => {
    await expect(organisationHandlers.withdrawDepartment({ id: sample.approvals }, call())).rejects.toMatchObject({ code: 'department.in-use', params: { powers: 1, points: 1, measures: 1, posts: 1 } })
    await expect(organisationHandlers.withdrawPost({ id: sample.approvalPost }, call())).rejects.toMatchObject({ code: 'post.in-use', params: { powers: 1, points: 0 } })
    expect(await organisationHandlers.withdrawPost({ id: sample.worksPost }, call())).toEqual({ withdrawn: 1 })
    await powersHandlers.withdraw({ ids: [sample.tender] }, call())
    expect(await organisationHandlers.withdrawDepartment({ id: sample.works }, call())).toEqual({ withdrawn: 1 })
    await expect(powersHandlers.reinstate({ ids: [sample.tender] }, call())).rejects.toMatchObject({ code: 'department.unknown' })
    await expect(risksHandlers.create({ powerId: sample.licence, manifestation: '新', departmentId: sample.works }, call())).rejects.toMatchObject({ code: 'department.unknown' })
    expect(await organisationHandlers.createDepartment({ name: '建设管理股', headTitle: null }, call())).toMatchObject({ id: expect.any(String) })
  })

  it('let a post name stand once in each department', async () => {
    await expect(organisationHandlers.createPost({ departmentId: sample.approvals, name: '审批岗 ', duties: null }, call())).rejects.toMatchObject({ code: 'post.name-taken' })
    const { id } = await organisationHandlers.createPost({ departmentId: sample.works, name: '审批岗', duties: '审图' }, call())
    expect(await organisationHandlers.savePost({ id, revision: 1, name: '审图岗', duties: '审图' }, call())).toEqual({ revision: 2 })
    await expect(organisationHandlers.savePost({ id, revision: 2, name: '招标岗', duties: null }, call())).rejects.toMatchObject({ code: 'post.name-taken' })
  })

  it('put departments in an order that names each of them', async () => {
    await expect(organisationHandlers.orderDepartments({ ids: [sample.works] }, call())).rejects.toMatchObject({ code: 'department.order-incomplete' })
    await expect(organisationHandlers.orderDepartments({ ids: [sample.works, sample.works] }, call())).rejects.toMatchObject({ code: 'department.order-incomplete' })
    expect(await organisationHandlers.orderDepartments({ ids: [sample.works, sample.approvals] }, call())).toEqual({ ordered: 2 })
    expect((await organisationHandlers.departments(undefined, call())).map(({ id }) => id)).toEqual([sample.works, sample.approvals])
  })

  it('take new words into a vocabulary, and a word for one entry only', async () => {
    const entry = { kind: 'risk-category' as const, code: 'family', labels: { 'zh-CN': '家庭亲属', en: 'Family' }, aliases: ['亲属'], active: true }
    expect(await organisationHandlers.saveVocabularyItem({ ...entry, revision: 0 }, call())).toEqual({ revision: 1 })
    await expect(organisationHandlers.saveVocabularyItem({ ...entry, revision: 0 }, call())).rejects.toMatchObject({ code: 'vocabulary.code-taken' })
    await expect(organisationHandlers.saveVocabularyItem({ ...entry, aliases: ['思想 道德'], revision: 1 }, call())).rejects.toMatchObject({ code: 'vocabulary.word-taken', params: { word: '思想道德' } })
    expect(await organisationHandlers.saveVocabularyItem({ ...entry, active: false, revision: 1 }, call())).toEqual({ revision: 2 })
    await expect(organisationHandlers.saveVocabularyItem({ ...entry, revision: 1 }, call())).rejects.toMatchObject({ name: 'StaleRecord', current: { active: false, revision: 2 } })
    expect(auditOf(sample.register, 'risk-category/family').at(-1)).toMatchObject({ action: 'vocabulary.change', before: { active: true }, after: { active: false } })
    const codes = ['family', 'external-environment', 'rules-and-mechanism', 'business-process', 'post-duties', 'integrity-awareness']
    expect(await organisationHandlers.orderVocabulary({ kind: 'risk-category', codes }, call())).toEqual({ ordered: 6 })
    await expect(organisationHandlers.orderVocabulary({ kind: 'risk-category', codes: codes.slice(1) }, call())).rejects.toMatchObject({ code: 'vocabulary.order-incomplete' })
    expect((await organisationHandlers.vocabulary(undefined, call())).filter(({ kind }) => kind === 'risk-category').map(({ code }) => code)).toEqual(codes)
  })

  it('let the words of a scale in use change, but not its levels', async () => {
    const scales = await organisationHandlers.scales(undefined, call())
    const three = scales.find(({ scale }) => scale.code === 'three')
    const four = scales.find(({ scale }) => scale.code === 'four')
    if (three === undefined || four === undefined) throw new Error('scales missing')
    const renamed = { ...three.scale, levels: three.scale.levels.map((level) => ({ ...level, aliases: [...level.aliases, `${level.code}-新`] })) }
    expect(await organisationHandlers.saveScale({ scale: renamed, labels: three.labels, revision: 1 }, call())).toEqual({ revision: 2 })
    await expect(organisationHandlers.saveScale({ scale: renamed, labels: three.labels, revision: 1 }, call())).rejects.toMatchObject({ name: 'StaleRecord' })
    await expect(organisationHandlers.saveScale({ scale: { ...renamed, levels: renamed.levels.slice(1) }, labels: three.labels, revision: 2 }, call())).rejects.toMatchObject({ code: 'scale.levels-in-use' })
    expect(await organisationHandlers.saveScale({ scale: { ...four.scale, levels: four.scale.levels.slice(1) }, labels: four.labels, revision: 1 }, call())).toEqual({ revision: 2 })
    await expect(organisationHandlers.saveScale({ scale: { ...four.scale, code: 'five' }, labels: four.labels, revision: 3 }, call())).rejects.toMatchObject({ code: 'scale.unknown' })
    await declareGrade(sample.register, sample.point, { code: 'high', rank: 3 })
    expect((await organisationHandlers.scales(undefined, call())).map(({ inUse }) => inUse)).toEqual([false, true])
  })
})
