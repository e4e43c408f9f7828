import { expect, test } from 'vitest'
import { suppliedTemplates } from '#shared/model/assessment/seeds/supplied.ts'
import { refusalOf } from '../helpers/graded-register.ts'
import { as, handlers, openCampaign, withAssessed } from './assessed-register.ts'

const codeOf = async (promise: unknown): Promise<string> => (await refusalOf(promise as Promise<unknown>)).code

test('a register starts with the supplied templates, and gets them where it lacks them', async () => {
  await withAssessed(async ({ register }) => {
    const call = as(register, '考评办', 'inspector')
    const templates = await handlers.templates(undefined, call)
    expect(templates.map(({ labels, version, items, computed, total }) => [labels['zh-CN'], version, items, computed, total])).toEqual([['廉政风险防控百分制考评表', 1, 31, 22, 100], ['四档考评表', 1, 29, 22, 100]])
    expect(await handlers.supplyTemplates(undefined, call)).toEqual({ added: 0 })
    const { definition } = await handlers.template({ id: templates[0]?.id ?? '' }, call)
    expect(definition).toEqual(suppliedTemplates[0]?.definition)
  })
})

test('a changed template is a new version; a campaign keeps the one it was opened with, and what does not add up is not kept', async () => {
  await withAssessed(async (assessed) => {
    const call = as(assessed.register, '考评办', 'inspector')
    const { id: campaignId } = await openCampaign(assessed, { basis: 'provisional' })
    const [first] = await handlers.templates(undefined, call)
    if (first === undefined) throw new Error('no template')
    const { definition, labels } = await handlers.template({ id: first.id }, call)
    const changed = { ...definition, groups: definition.groups.map((group) => (group.code === 'lead' ? { ...group, items: group.items.map((item) => ({ ...item, points: 2.5 })) } : group)) }
    expect(await codeOf(handlers.saveTemplate({ id: first.id, seen: 1, labels, note: '', definition: { ...changed, total: 101 } }, call))).toBe('assessment.template-unsound')
    expect(await handlers.saveTemplate({ id: first.id, seen: 1, labels, note: '调整分值', definition: changed }, call)).toEqual({ version: 2 })
    expect(await codeOf(handlers.saveTemplate({ id: first.id, seen: 1, labels, note: '', definition }, call))).toBe('assessment.template-meanwhile')
    expect(await handlers.template({ id: first.id }, call)).toMatchObject({ version: 2, note: '调整分值', versions: [{ version: 2, campaigns: 0 }, { version: 1, campaigns: 1 }] })
    expect(await handlers.campaign({ id: campaignId }, call)).toMatchObject({ version: 1 })
    expect(await codeOf(handlers.createTemplate({ labels, definition, note: '' }, call))).toBe('assessment.template-named')
    const { id: copy } = await handlers.createTemplate({ labels: { 'zh-CN': '内设机构考评表', en: 'Form for offices' }, definition, note: '' }, call)
    await handlers.setTemplateState({ id: copy, state: 'withdrawn' }, call)
    expect((await handlers.templates(undefined, call)).map(({ state }) => state)).toEqual(['in-force', 'in-force', 'withdrawn'])
  })
})
