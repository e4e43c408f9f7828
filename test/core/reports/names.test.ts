import { describe, expect, test } from 'vitest'
import { createMeasure } from '#core/measures/measure-records.ts'
import { createDepartment } from '#core/organisation/department-records.ts'
import { createPost } from '#core/organisation/post-records.ts'
import { createPerson } from '#core/people/accounts.ts'
import { likelyNames } from '#core/reports/names/likely-names.ts'
import { namesToStrike } from '#core/reports/names/names-to-strike.ts'
import { personColumns } from '#core/reports/names/person-columns.ts'
import { nameStriker } from '#core/reports/names/strike-names.ts'
import { aPoint, aPower } from '#test/core/helpers/graded-register.ts'
import { openTestRegister, setUpTestOrganisation } from '#test/core/helpers/register.ts'

const words = new Set(['审批岗', '计财股', '股长'])
const found = (text: string) => likelyNames(text, (word) => words.has(word))

describe('names within what was entered for who answers', () => {
  test('are found alone, spaced, several in a row, in brackets, beside posts and titles, and from other languages', () => {
    expect(found('沈某甲')).toEqual(['沈某甲'])
    expect(found('沈　某')).toEqual(['沈某'])
    expect(found('沈某甲、韩某；欧阳某乙\n秦某')).toEqual(['沈某甲', '韩某', '欧阳某乙', '秦某'])
    expect(found('审批岗（沈某甲）')).toEqual(['沈某甲'])
    expect(found('局长 沈某甲')).toEqual(['沈某甲'])
    expect(found('沈某副局长')).toEqual(['沈某'])
    expect(found('经办人：沈某和韩某甲')).toEqual(['沈某', '韩某甲'])
    expect(found('阿某·外某')).toEqual(['阿某·外某'])
    expect(found('Anna Exampleton')).toEqual(['Anna Exampleton'])
    expect(found('群众沈某')).toEqual(['沈某'])
  })

  test('are not what names a post, an office, everybody or nobody', () => {
    for (const text of ['审批岗', '计财股', '股长', '经办人员', '各科室', '全体人员', '单位主要领导', '分管领导', '党委', '安全员', '纪检组', '水务局', '项目部', '无', '同上', '待定', '甲', '王', '王主任', 'Head of Department', 'The Director', '经办', '']) expect(found(text), text).toEqual([])
  })
})

describe('striking', () => {
  test('takes a name out wherever it stands, however it is spaced, the longest first', () => {
    const strike = nameStriker(['沈某', '沈某甲', '欧阳某'])
    expect(strike('由沈某甲、沈 某和欧阳　某办理')).toBe('由×××、×××和×××办理')
    expect(nameStriker([])('沈某')).toBe('沈某')
  })

  test('leaves a name that is an ordinary word where it is one, and takes it where a person is meant', () => {
    const strike = nameStriker(['高峰', '许可', '方法'])
    const plain = '用水高峰期间取水许可的审批方法'
    expect(strike(plain)).toBe(plain)
    expect(strike('由高峰负责；经办人：许可；方法同志复核')).toBe('由×××负责；经办人：×××；×××同志复核')
    expect(nameStriker(['张三'])('张三收受礼金')).toBe('×××收受礼金')
  })

  test('takes names in Latin letters as whole words only', () => {
    const strike = nameStriker(['Ann', 'Anna Exampleton', '陈某A'])
    expect(strike('Annual plan by Ann; Anna Exampleton, Ann2, 由陈某A办')).toBe('Annual plan by ×××; ×××, Ann2, 由×××办')
  })

  test('takes names with signs of patterns as they are', () => {
    expect(nameStriker(['A.B (x)'])('AxB (x) A.B (x)')).toBe('AxB (x) ×××')
    const hostile = ['Jean-Luc Example', '-', ']', '^', '\\', '[a-z]', '(?:', '.*', '𠮷某', '{1}', '|', '$&']
    expect(nameStriker(hostile)(hostile.join(' . '))).toBe(hostile.map(() => '×××').join(' . '))
  })

  test('tells thousands of names apart in one pass, those that begin another one too', () => {
    // 李平 and others stand in the dictionary, but as names.
    const signs = [...'伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂']
    const names = [...'王李刘赵沈'].flatMap((surname) => [...signs.map((sign) => surname + sign), ...signs.flatMap((sign) => signs.map((other) => surname + sign + other))])
    expect(nameStriker(names)(names.join('、'))).toBe(names.map(() => '×××').join('、'))
  })
})

describe('the register', () => {
  test('gives every name it holds as one, and no word of its own', async () => {
    const register = await openTestRegister()
    await setUpTestOrganisation(register)
    const departmentId = await register.change((change) => createDepartment(change, { name: '韩江站', headTitle: '站长' }))
    const postId = await register.change((change) => createPost(change, { departmentId, name: '毛料岗' }))
    await register.change(async (change) => {
      for (const name of ['沈某甲', '毛料岗', '丁']) await createPerson(change, { name, hash: '{}', mustChange: false })
    })
    const powerId = await aPower(register, { name: '取水', departmentId })
    const point = await aPoint(register, { powerId, manifestation: '受贿', postId, directOwner: '毛料岗', departmentHead: '站长 秦某乙', responsibleLeader: '韩江站' })
    await register.change((change) => createMeasure(change, { content: '复核', riskPointIds: [point], owner: '尤某丙、许某丁', term: 'long-term' }))
    await register.database.change({ kind: 'person', name: '何某戊' }, (change) => change.record({ action: 'organisation.change', entity: 'organisation', entityId: 'x' }))
    await register.database.change({ kind: 'service', name: '夜间任务' }, (change) => change.record({ action: 'organisation.change', entity: 'organisation', entityId: 'x' }))
    await register.database.change({ kind: 'person', name: '何某戊' }, (change) => change.record({ action: 'person.change', entity: 'person', entityId: 'y', before: { name: '吕某旧' }, after: { name: '吕某新' } }))
    expect((await namesToStrike(register.database.read)).toSorted()).toEqual(['沈某甲', '何某戊', '吕某旧', '秦某乙', '尤某丙', '许某丁'].toSorted())
    await register.close()
  })

  test('has no column for a name that is not read for names', async () => {
    const register = await openTestRegister()
    const columns = register.database.connection.prepare<[], { name: string }>("SELECT m.name || '.' || c.name AS name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table' AND m.name NOT LIKE '%\\_text%' ESCAPE '\\'").all().map(({ name }) => name)
    const read = Object.values(personColumns).flatMap((tables) => Object.entries(tables).flatMap(([table, names]) => names.map((name: string) => `${table}.${name}`)))
    const outside = ['control_measure_total.has_owner', 'warning.rectify_by', 'warning_step.rectify_by', 'supervision_event.linked_by', 'audit_entry.actor', 'power.exercised_by', 'report_setting.red_head']
    const named = columns.filter((name) => /(?:_by|_owner|_head|_leader|\.owner|\.person|\.actor|\.approver)$/u.test(name))
    expect(named.filter((name) => !read.includes(name) && !outside.includes(name))).toEqual([])
    expect(read.filter((name) => !columns.includes(name))).toEqual([])
    await register.close()
  })
})
