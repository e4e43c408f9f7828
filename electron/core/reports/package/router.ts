import type { Contract } from '#shared/contract/index.ts'
import { packagePart } from '#shared/contract/inspection-package.ts'
import { may } from '#shared/model/permissions.ts'
import { storeContent } from '../../attachments/contents.ts'
import { changeBy } from '../../records/call-changes.ts'
import type { Call, Handlers } from '../../registration.ts'
import { frozenCore } from '../../years/frozen-years.ts'
import { liveCore } from '../written/source.ts'
import { buildPackage } from './build-package.ts'
import { discardPackage, readPart } from './built-packages.ts'
import { attachToItem, markItem } from './item-records.ts'
import { itemInfo, planPackage } from './plan-package.ts'
import type { PackageOrder } from './building.ts'

/** 迎检资料包. Its items belong to the office: only those who reach the whole organisation hand in documents. */
export const inspectionPackageHandlers: Handlers<Contract['inspectionPackage']> = {
  items: showItems,
  attach: async ({ year, item, file, secrecy }, call) => {
    call.gate.require({ departmentId: null })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const hash = storeContent(call.core.folder, bytes)
    return changeBy(call, (change) => attachToItem(change, { year, item }, { fileName: file.name, mediaType: file.type, size: bytes.length, hash, secrecy }))
  },
  mark: async ({ year, item, notApplicable }, call) => {
    call.gate.require({ departmentId: null })
    return { marked: await changeBy(call, (change) => markItem(change, { year, item }, notApplicable)) }
  },
  build: (order, call) => buildPackage(call, order),
  read: ({ id, offset }, { core }) => new File([readPart(core.folder, id, { offset, length: packagePart })], 'part', { type: 'application/octet-stream' }),
  discard: ({ id }, { core }) => ({ discarded: discardPackage(core.folder, id) }),
}

async function showItems({ year, edition, locale }: Pick<PackageOrder, 'year' | 'edition' | 'locale'>, { core, actor, caller }: Call) {
  const live = liveCore(core)
  const archive = await live.database.read.selectFrom('archive').select('id').where('year', '=', year).executeTakeFirst()
  const source = archive === undefined ? live : await frozenCore(live, actor, year)
  const items = await planPackage({ live, source, year, edition, locale, wholeLog: may(caller, 'log.export') })
  return { items: items.map(itemInfo), frozen: archive !== undefined, printsPdf: live.printer !== undefined }
}
