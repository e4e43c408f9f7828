import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractClient } from '#shared/contract/index.ts'
import type { BuiltPackage } from '#shared/contract/inspection-package.ts'
import { bringInForce, aPoint, aPower, finish } from '#test/core/helpers/graded-register.ts'
import { openTestRegister, setUpTestOrganisation } from '#test/core/helpers/register.ts'
import type { TestRegister } from '#test/core/helpers/register.ts'
import { createDepartment } from '#core/organisation/department-records.ts'
import { buildPackage } from '#core/reports/package/build-package.ts'
import type { PackageOrder } from '#core/reports/package/building.ts'
import { packageFile } from '#core/reports/package/built-packages.ts'
import { coreClient } from '#hosts/calls/core-client.ts'
import { fixedIdentity } from '#core/permission/identity.ts'
import { everyRole } from '#test/core/helpers/callers.ts'

export interface PackagedRegister {
  readonly register: TestRegister
  readonly client: ContractClient
  readonly pointId: string
  /** A folder of the test's own, outside the register. */
  readonly folder: string
  build(order?: Partial<PackageOrder>): Promise<BuiltPackage & { readonly file: string; readonly bytes: Buffer }>
  close(): Promise<void>
}

/** A small register with a power, a risk point, files of all secrecies, and documents of the office for one item. */
export async function packagedRegister(): Promise<PackagedRegister> {
  const register = await openTestRegister()
  await setUpTestOrganisation(register)
  await bringInForce(register, 'product')
  const departmentId = await register.change((change) => createDepartment(change, { name: '行政审批股' }))
  const powerId = await aPower(register, { departmentId })
  const pointId = await aPoint(register, { powerId, departmentId, manifestation: '现场核查走过场' })
  const client = coreClient({ core: register.core, identity: fixedIdentity(everyRole('测试员')), reportFault: (fault) => { throw fault } })
  for (const secrecy of ['public', 'internal', 'secret'] as const) await client.attachments.add({ entity: 'risk-point', entityId: pointId, file: new File([`附件 ${secrecy}`], `${secrecy}.txt`), secrecy })
  await client.inspectionPackage.attach({ year: 2026, item: 'plan', file: new File(['方案正文'], '../实施:方案?.docx'), secrecy: 'public' })
  await client.inspectionPackage.mark({ year: 2026, item: 'warnings', notApplicable: '本年度未发生预警' })
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  return {
    register, client, pointId, folder,
    build: async (order = {}) => {
      const { result } = await finish(buildPackage(register.call, { year: 2026, edition: 'internal', locale: 'zh-CN', pdf: false, purpose: '迎接年度检查', ...order }))
      const bytes = readFileSync(packageFile(register.core.folder, result.id))
      const file = join(folder, `${result.id}.zip`)
      writeFileSync(file, bytes)
      return { ...result, file, bytes }
    },
    close: async () => {
      await register.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
