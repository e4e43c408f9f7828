import type { Contract } from '#shared/contract/index.ts'
import { readContent } from '../../attachments/contents.ts'
import { changeBy } from '../../records/call-changes.ts'
import type { Handlers } from '../../registration.ts'
import { liveCore } from '../written/source.ts'
import { listForms, readForm, putFormInUse, putOwnFormBack, withdrawForm } from './form-records.ts'
import { checkForm, exampleFile, keepForm, listPlaceholders, tryForm } from './forms.ts'
import { mimeTypes } from '../paper/paper-file.ts'

/** Word files of the office as forms of reports. Forms are of today, whatever year is looked at. */
export const reportFormsHandlers: Handlers<Contract['reportForms']> = {
  list: (_input, { core }) => listForms(liveCore(core).database.read),
  placeholders: (order, { core, actor }) => listPlaceholders(core, actor, order),
  example: (order, { core, actor }) => exampleFile(core, actor, order),
  add: (order, { core, actor }) => keepForm(core, actor, order),
  check: (order, { core, actor }) => checkForm(core, actor, order),
  tryOut: (order, { core, actor }) => tryForm(core, actor, order),
  use: ({ id }, call) => changeBy(call, (change) => putFormInUse(change, id)),
  putBack: async (kind, call) => ({ putBack: await changeBy(call, (change) => putOwnFormBack(change, kind)) }),
  withdraw: async ({ id }, call) => {
    await changeBy(call, (change) => withdrawForm(change, id))
    return { withdrawn: 1 }
  },
  read: async ({ id }, { core }) => {
    const live = liveCore(core)
    const form = await readForm(live.database.read, id)
    return new File([readContent(live.folder, form.hash)], form.fileName, { type: mimeTypes.docx })
  },
}
