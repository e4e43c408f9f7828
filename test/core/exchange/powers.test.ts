import { describe, expect, it } from 'vitest'
import { changeRiskPoint } from '#core/risks/risk-records.ts'
import { catalogue, nineColumns, survey, tenColumns } from './forms.ts'
import { codesOf, imported, inRegister, planOf } from './importing.ts'
import { pictureOf } from './register-picture.ts'

const row = { basis: '《水法》第七条' }

describe('a power is the one', () => {
  it('with the same code, whatever its name was; the old name is shown', async () => {
    await inRegister(async (register) => {
      await imported(register, catalogue({ ...row, code: 'XK-001', name: '取水许可' }))
      const plan = await imported(register, catalogue({ ...row, code: 'ｘｋ-001', name: '取水许可审批' }))
      expect(plan.summary.powers).toEqual({ created: 0, updated: 1, unchanged: 0 })
      expect(plan.changes[0]?.differences).toEqual([{ field: 'name', before: '取水许可', after: '取水许可审批' }])
    })
  })

  it('with the same name and sub-item where one side has no code, however the name is spaced', async () => {
    await inRegister(async (register) => {
      await imported(register, catalogue({ ...row, name: '取水许可', sub: '新办' }))
      const plan = await imported(register, catalogue({ ...row, code: 'XK-001', name: '取 水许可。', sub: '新办' }, { ...row, code: 'XK-002', name: '取水许可', sub: '延续' }))
      expect(plan.summary.powers).toEqual({ created: 1, updated: 1, unchanged: 0 })
      expect((await pictureOf(register.database)).powers).toMatchObject([{ code: 'XK-001', name: '取水许可', sub_item: '新办' }, { code: 'XK-002', name: '取水许可', sub_item: '延续' }])
    })
  })

  it('that another form created by its name: the first row of a catalogue fills it in, the second is another power, and its points are to be looked at', async () => {
    await inRegister(async (register) => {
      const first = await imported(register, nineColumns({ power: '对违法采砂的处罚', text: '充当保护伞', department: '执法队' }))
      expect(codesOf(first, 'note')).toEqual(['power.created-by-name', 'department.created'])
      const plan = await imported(register, catalogue({ ...row, code: 'CF-1', name: '对违法采砂的处罚', sub: '无证' }, { ...row, code: 'CF-2', name: '对违法采砂的处罚', sub: '超范围' }))
      expect(plan.summary).toMatchObject({ powers: { created: 1, updated: 1 }, riskPoints: { created: 0, updated: 1 }, flagged: 1 })
      expect(codesOf(plan, 'confirm')).toEqual(['power.now-ambiguous'])
      expect((await pictureOf(register.database)).points).toMatchObject([{ power: 'CF-1 对违法采砂的处罚 无证', confirm_code: 'power.ambiguous' }])
    })
  })

  it('under which the manifestation already stands, where the name fits several; a new point goes to the first and waits for a person', async () => {
    await inRegister(async (register) => {
      await imported(register, catalogue({ ...row, code: 'A', name: '处罚', sub: '甲' }, { ...row, code: 'B', name: '处罚', sub: '乙' }))
      const first = await imported(register, nineColumns({ power: '处罚', text: '以罚代管' }))
      expect(codesOf(first, 'confirm')).toEqual(['power.ambiguous'])
      const [point] = await register.database.read.selectFrom('risk_point').select(['id', 'revision']).execute()
      const second = await register.database.read.selectFrom('power').select('id').where('code', '=', 'B').executeTakeFirstOrThrow()
      await register.change((change) => changeRiskPoint(change, { id: point?.id ?? '', patch: { powerId: second.id, confirmCode: null } }))
      const again = await planOf(register, nineColumns({ power: '处罚', text: '以罚代管' }))
      expect(again.summary).toMatchObject({ riskPoints: { created: 0, updated: 0, unchanged: 1 }, flagged: 0 })
    })
  })
})

it('one code with two names in a file refuses the later row and names the earlier', async () => {
  await inRegister(async (register) => {
    const plan = await imported(register, catalogue({ ...row, code: 'XK-001', name: '取水许可' }, { ...row, code: 'XK-001', name: '采砂许可' }))
    expect(plan.issues).toMatchObject([{ level: 'error', code: 'power.two-names', row: 3, column: '职权编码', params: { otherRow: 2, name: '取水许可' } }])
    expect(plan.summary).toMatchObject({ powers: { created: 1 }, rejected: 1 })
    expect(plan.changes.filter(({ kind }) => kind === 'rejected')).toMatchObject([{ row: 3, label: '采砂许可' }])
  })
})

it('cells that are filled overwrite, blank ones erase nothing, and every value overwritten is shown in words', async () => {
  await inRegister(async (register) => {
    await imported(register, catalogue({ code: 'A', type: '许可', name: '取水许可', basis: '《水法》第七条', department: '审批股', post: '审批岗', statutory: '45', discretion: '有' }))
    const plan = await imported(register, catalogue({ code: 'A', type: '行政处罚', name: '取水许可', basis: '《水法》第七条；《条例》第三条', statutory: '20' }))
    expect(plan.changes[0]?.differences).toEqual([
      { field: 'type', before: '行政许可', after: '行政处罚' },
      { field: 'statutoryLimit', before: '45', after: '20' },
      { field: 'legalBases', before: '《水法》第七条', after: '《水法》第七条\n《条例》第三条' },
    ])
    expect((await pictureOf(register.database)).powers).toMatchObject([{ type_code: 'penalty', statutory_limit: '20', department: '审批股', post: '审批岗', discretion: 'yes', bases: ['《水法》第七条', '《条例》第三条'] }])
  })
})

it('a word the vocabulary does not know keeps the row out and names those it would take, in the language asked for', async () => {
  await inRegister(async (register) => {
    const file = catalogue({ ...row, code: 'A', type: '行政备案', name: '备案' }, { ...row, code: 'B', type: '许可类', name: '许可' })
    const plan = await planOf(register, file)
    expect(plan.issues).toMatchObject([{ level: 'error', code: 'type.unknown', row: 2, column: '职权类别', params: { word: '行政备案' } }])
    expect(plan.issues[0]?.params['accepted']).toContain('行政许可、行政处罚')
    expect(plan.summary).toMatchObject({ powers: { created: 1 }, rejected: 1 })
    const english = await planOf(register, file, { locale: 'en' })
    expect(english.issues[0]?.params['accepted']).toContain('Administrative licence, Administrative penalty')
  })
})

it('a department and a post the register does not know are created and noted, once each', async () => {
  await inRegister(async (register) => {
    const plan = await imported(register, catalogue({ ...row, name: '甲', department: '审批股', post: '审批岗' }, { ...row, name: '乙', department: '审 批 股', post: '审批岗' }))
    expect(codesOf(plan, 'note')).toEqual(['department.created', 'post.created'])
    expect(await register.database.read.selectFrom('department').select('name').execute()).toEqual([{ name: '审批股' }])
    expect((await pictureOf(register.database)).powers).toMatchObject([{ department: '审批股', post: '审批岗' }, { department: '审批股', post: '审批岗' }])
  })
})

it('a post without a department cannot be kept and is said so', async () => {
  await inRegister(async (register) => {
    const plan = await imported(register, catalogue({ ...row, name: '甲', post: '审批岗' }))
    expect(codesOf(plan, 'note')).toEqual(['post.without-department'])
    expect((await pictureOf(register.database)).powers).toMatchObject([{ post: null }])
  })
})

describe('process steps', () => {
  it('stand in order of appearance, those of customary names in customary order', async () => {
    await inRegister(async (register) => {
      await imported(register, survey(...['决定', '受理', '公示', '审查', '办结'].map((step) => ({ power: '取水许可', step, text: `${step}时拖延`, department: '审批股' }))))
      expect((await pictureOf(register.database)).powers).toMatchObject([{ steps: ['受理', '审查', '决定', '公示', '办结'] }])
    })
  })
})

it('the ten-column list names the power in its key step, parts the rules from the measures and takes the post', async () => {
  await inRegister(async (register) => {
    const plan = await imported(register, tenColumns({ department: '审批股', power: '取水许可', text: '拖延受理', post: '审批岗', grade: '一级', measures: '一、依据：首问负责制度\n二、措施：1.公示材料清单\n2.出具回执', owner: '王科员岗', head: '股长', leader: '分管领导' }))
    expect(codesOf(plan, 'error')).toEqual([])
    expect((await pictureOf(register.database)).points).toMatchObject([{
      power: '取水许可', department: '审批股', post: '审批岗', step: null, existing_rules: '首问负责制度', measures: ['stated 公示材料清单', 'stated 出具回执'], direct_owner: '王科员岗', department_head: '股长', responsible_leader: '分管领导', grade_code: 'high',
    }])
  })
})
