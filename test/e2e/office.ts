import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCore } from '#core/open-core.ts'
import { serviceIdentity } from '#core/permission/identity.ts'
import { coreClient } from '#hosts/calls/core-client.ts'
import { password } from './people.ts'

/** The five people of the story and the three officers, with their roles as the command line names them. */
export const staff = {
  officer: { name: '填报员甲', role: 'risk-officer', departments: '行政审批股' },
  head: { name: '股长乙', role: 'section-head', departments: '行政审批股' },
  leader: { name: '分管领导丙', role: 'leader-in-charge', departments: 'all' },
  inspector: { name: '纪检员丁', role: 'inspector', departments: 'all' },
  chief: { name: '主要领导戊', role: 'chief-leader', departments: 'all' },
  system: { name: '系统员', role: 'system-officer', departments: 'all' },
  security: { name: '安全员', role: 'security-officer', departments: 'all' },
  audit: { name: '审计员', role: 'audit-officer', departments: 'all' },
} as const

/** Runs one command of the command line. */
export async function commandLine(args: readonly string[], input = ''): Promise<{ exitCode: number | null; document: unknown }> {
  const child = spawn(process.execPath, ['electron/hosts/command-line/main.ts', ...args, '--json'], { stdio: ['pipe', 'pipe', 'pipe'] })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  child.stdin.end(input)
  await once(child, 'close')
  const text = Buffer.concat(out).toString('utf8')
  if (text === '') throw new Error(`${args.join(' ')} said nothing: ${Buffer.concat(err).toString('utf8')}`)
  return { exitCode: child.exitCode, document: JSON.parse(text) as unknown }
}

/** 40 points of one department as its workbook has them: 18 high, 15 medium, 7 low. */
function workbook(): string {
  const grades = ['高', '中', '低'].flatMap((grade, at) => Array.from({ length: [18, 15, 7][at] ?? 0 }, () => grade))
  const rows = grades.map((grade, at) => `行政审批股,业务流程,取水许可审批,第 ${at + 1} 种不按规定受理或者审查的情形,${grade},第 ${at + 1} 项双人办理,股长,分管领导`)
  return `单位、科室,风险类别,风险点,廉政风险主要内容及表现形式,风险等级,防控措施,部门负责人,责任领导\n${rows.join('\n')}\n`
}

/** An office set up by the command line alone: the register from a workbook, the people, and a ladder without publicity and filing. */
export async function makeOffice(data: string): Promise<void> {
  await demand(['init', '--data', data, '--organisation', '示例县水利局'])
  const file = join(data, '一览表.csv')
  writeFileSync(file, workbook())
  await demand(['import', file, '--data', data])
  for (const { name, role, departments } of Object.values(staff)) await demand(['user', 'add', '--data', data, '--name', name, '--role', role, '--departments', departments], `${password}\n`)
  const core = await openCore({ folder: data, version: '0.0.0-test' })
  try {
    const client = coreClient({ core, identity: serviceIdentity('office'), reportFault: (fault) => { throw fault } })
    const { ladder } = await client.review.ladder()
    const judging = ladder.steps.filter(({ kind }) => kind !== 'publicity' && kind !== 'filing')
    await client.review.saveLadder({ ladder: { steps: judging.map((step) => (step.kind === 'department-review' ? { ...step, roles: ['section-head'] } : step)) }, note: '' })
  } finally {
    await core.close()
  }
}

async function demand(args: readonly string[], input = ''): Promise<void> {
  const { exitCode, document } = await commandLine(args, input)
  if (exitCode !== 0) throw new Error(`${args.join(' ')}: ${JSON.stringify(document)}`)
}
