import type { Progress } from '#shared/contract/procedure.ts'
import type { ContractClient } from '#shared/contract/index.ts'
import { defaultLadder } from '#shared/model/review/default-ladder.ts'
import { exampleFounding } from '#shared/model/people/example-people.ts'
import type { Core } from '#core/core.ts'
import { openCore } from '#core/open-core.ts'
import { serviceIdentity } from '#core/permission/identity.ts'
import { readCaller } from '#core/people/read-caller.ts'
import type { Printer } from '#core/reports/paper/printer.ts'
import { coreClient } from '#hosts/calls/core-client.ts'
import { testClock } from '../../core/helpers/register.ts'
import type { TestClock } from '../../core/helpers/register.ts'

/** The office of the example with its people, in a year that passes as fast as it is told. */
export interface Office {
  readonly core: Core
  /** Acts as somebody by his account; without a name as the command line does. */
  as(name?: string): ContractClient
  /** Moves the clock on to the morning of a local calendar day. */
  until(day: string): void
  /** Id of a department by its name. */
  department(name: string): string
}

/** People of the example by what they do here. */
export const people = {
  writer: '示例总填报员', other: '示例填报员', head: '示例股长', leader: '示例分管领导', chief: '示例主要领导', inspector: '示例纪检员', assessor: '示例考评员', system: '示例系统员', security: '示例安全员',
} as const

const reportFault = (fault: unknown): never => { throw fault }

/** Opens the example and its people in a new folder, at the end of the year before. */
export async function openOffice(folder: string, printer: Printer): Promise<Office> {
  const clock = testClock(Date.UTC(2025, 10, 24, 1))
  const core = await openCore({ folder, version: '0.0.0-documents', env: clock, printer })
  const service = coreClient({ core, identity: serviceIdentity('导入'), reportFault })
  await finished(service.system.openExample())
  await service.people.found(exampleFounding('Hill-and-river-7'))
  const ids = new Map((await core.database.read.selectFrom('person').select(['id', 'name']).execute()).map(({ id, name }) => [name, id]))
  const departments = new Map((await core.database.read.selectFrom('department').select(['id', 'name']).execute()).map(({ id, name }) => [name, id]))
  return {
    core,
    as: (name) => (name === undefined ? service : clientOf(core, found(ids, name))),
    until: (day) => passTo(clock, day),
    department: (name) => found(departments, name),
  }
}

function clientOf(core: Core, personId: string): ContractClient {
  return coreClient({
    core, reportFault,
    identity: { caller: async ({ database }) => {
      const person = await readCaller(database.read, personId)
      if (person === undefined) throw new Error(`nobody has the account ${personId}`)
      return person.caller
    } },
  })
}

function found(by: ReadonlyMap<string, string>, name: string): string {
  const id = by.get(name)
  if (id === undefined) throw new Error(`nothing is called ${name}`)
  return id
}

/** Nine in the morning by the office's calendar, which is eight hours ahead. */
function passTo(clock: TestClock, day: string): void {
  const ahead = Date.parse(`${day}T01:00:00Z`) - clock.now()
  if (ahead < 0) throw new Error(`${day} has passed already`)
  clock.pass(ahead)
}

/** Reads long work to its result. */
export async function finished<T>(work: Promise<AsyncIteratorObject<Progress, T, void>>): Promise<T> {
  const reports = await work
  for (;;) {
    const step = await reports.next()
    if (step.done) return step.value
  }
}

/** The codes of every step's checklist: somebody who looked at everything. */
export const everyCheck: string[] = defaultLadder({ code: 'three', labels: { 'zh-CN': '三级', en: 'three' }, levels: [] }).steps.flatMap(({ checklist }) => checklist.map(({ code }) => code))

/** A file of one line, as evidence. */
export const aFile = (name: string): File => new File([name], name)
