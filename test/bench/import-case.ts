import type { Database as Connection } from 'better-sqlite3'
import { writeXlsx } from 'hucre/xlsx'
import { exchangeHandlers } from '#core/exchange/router.ts'
import type { Call } from '#core/registration.ts'
import { readWorkbook } from '#core/workbooks/read-workbook.ts'
import { openBenchRegister } from './bench-register.ts'
import { finish } from './finish.ts'
import { measure } from './measure.ts'
import type { Measured } from './measure.ts'
import { seeded } from './random.ts'
import { manifestation, measureText, powerName } from './words.ts'

const header = ['序号', '单位、科室', '风险类别', '风险点', '廉政风险主要内容及表现形式', '风险等级', '防控措施', '部门负责人', '责任领导'] as const
const categories = ['思想道德', '岗位职责', '业务流程', '制度机制', '外部环境'] as const
const grades = ['高', '中', '低'] as const
const rows = 10_000

/**
 * A 10 000-row list read, planned and applied (checked backup included) into an empty register each time; beside it the
 * bare side reads the same file and writes the same records with prepared statements in one transaction.
 */
export async function measureImport(runs: number): Promise<Measured> {
  const bytes = await workbook()
  const file = new File([bytes], '一览表.xlsx')
  const registers = await Promise.all(Array.from({ length: runs * 2 }, () => openBenchRegister(0)))
  const next = () => registers.pop() ?? fail()
  const result = await measure({
    runs,
    ours: async () => {
      const register = next()
      await importWhole(file, register.call)
      await register.close()
    },
    bare: async () => {
      const register = next()
      await insertBare(bytes, register.core.database.connection)
      await register.close()
    },
  })
  for (const register of registers) await register.close()
  return result
}

async function workbook(): Promise<Uint8Array<ArrayBuffer>> {
  const random = seeded(7)
  const body = Array.from({ length: rows }, (_, index) => [
    index + 1, `第${Math.floor(index / 250) + 1}业务科`, random.pick(categories), powerName(random, Math.floor(index / 4) + 1), manifestation(random, index + 1), random.pick(grades),
    `1.${measureText(random, index * 2)}\n2.${measureText(random, index * 2 + 1)}`, '科室负责人', '分管领导',
  ])
  return new Uint8Array(await writeXlsx({ sheets: [{ name: '一览表', rows: [['廉政风险点及防控措施一览表'], [...header], ...body] }] }))
}

async function importWhole(file: File, call: Call): Promise<void> {
  const plan = await finish(await exchangeHandlers.plan({ file, mapping: {}, readAs: [] }, call))
  await finish(await exchangeHandlers.apply({ planId: plan.planId }, call))
}

async function insertBare(bytes: Uint8Array, connection: Connection): Promise<void> {
  const { sheets: [sheet] } = await readWorkbook(bytes, '一览表.xlsx', {})
  const stamp = '2026-01-05T01:00:00.000Z'
  const power = connection.prepare('INSERT INTO power (id, name, name_key, created_at, updated_at) VALUES (?, ?, ?, ?, ?)')
  const point = connection.prepare('INSERT INTO risk_point (id, power_id, manifestation, manifestation_key, department_head, responsible_leader, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const measured = connection.prepare('INSERT INTO control_measure (id, content, content_key, created_at, updated_at) VALUES (?, ?, ?, ?, ?)')
  const link = connection.prepare("INSERT INTO risk_point_measure (risk_point_id, measure_id, position, basis) VALUES (?, ?, ?, 'stated')")
  const powers = new Map<string, string>()
  connection.transaction(() => {
    for (const cells of sheet?.rows.slice(2) ?? []) {
      const [, , , name = '', text = '', , measures = '', head, leader] = cells
      if (!powers.has(name)) { powers.set(name, crypto.randomUUID()); power.run(powers.get(name), name, name, stamp, stamp) }
      const id = crypto.randomUUID()
      point.run(id, powers.get(name), text, text, head, leader, stamp, stamp)
      for (const [position, content] of measures.split('\n').entries()) {
        const measureId = crypto.randomUUID()
        measured.run(measureId, content, content, stamp, stamp)
        link.run(id, measureId, position)
      }
    }
  })()
}

function fail(): never {
  throw new Error('the file holds no such row')
}
