import type { Contract } from '#shared/contract/index.ts'
import type { Organisation } from '#shared/contract/organisation.ts'
import { changeBy } from '../records/call-changes.ts'
import type { Call, Handlers } from '../registration.ts'
import { changeDepartment, createDepartment, withdrawDepartments } from './department-records.ts'
import { readDepartments, readPosts } from './departments.ts'
import { orderDepartments, orderVocabulary } from './order.ts'
import { changeOrganisation, readOrganisation } from './organisation-record.ts'
import { changePost, createPost, withdrawPosts } from './post-records.ts'
import { readScales, saveScale } from './scale-records.ts'
import { setUpOrganisation } from './set-up.ts'
import { changeVocabularyItem, createVocabularyItem, readVocabulary } from './vocabulary-records.ts'

export const organisationHandlers: Handlers<Contract['organisation']> = {
  get: (_input, call) => readOrganisation(call.core.database.read),
  setUp: async (input, call) => {
    await changeBy(call, (change) => setUpOrganisation(change, input))
    return theOrganisation(call)
  },
  save: async (input, call) => {
    await changeBy(call, (change) => changeOrganisation(change, input))
    return theOrganisation(call)
  },

  departments: (_input, call) => readDepartments(call.core.database.read),
  createDepartment: async (input, call) => ({ id: await changeBy(call, (change) => createDepartment(change, input)) }),
  saveDepartment: async ({ id, revision, ...patch }, call) => revisionOf(await changeBy(call, (change) => changeDepartment(change, { id, revision, patch }))),
  orderDepartments: async ({ ids }, call) => ({ ordered: await changeBy(call, (change) => orderDepartments(change, ids)) }),
  withdrawDepartment: async ({ id }, call) => ({ withdrawn: await changeBy(call, (change) => withdrawDepartments(change, [id])) }),

  posts: ({ departmentId }, call) => readPosts(call.core.database.read, departmentId),
  createPost: async (input, call) => ({ id: await changeBy(call, (change) => createPost(change, input)) }),
  savePost: async ({ id, revision, ...patch }, call) => revisionOf(await changeBy(call, (change) => changePost(change, { id, revision, patch }))),
  withdrawPost: async ({ id }, call) => ({ withdrawn: await changeBy(call, (change) => withdrawPosts(change, [id])) }),

  vocabulary: (_input, call) => readVocabulary(call.core.database.read),
  saveVocabularyItem: (item, call) => changeBy(call, async (change) => {
    if (item.revision !== 0) return { revision: await changeVocabularyItem(change, item) }
    await createVocabularyItem(change, item)
    return { revision: 1 }
  }),
  orderVocabulary: async (input, call) => ({ ordered: await changeBy(call, (change) => orderVocabulary(change, input)) }),

  scales: (_input, call) => readScales(call.core.database.read),
  saveScale: async (input, call) => ({ revision: await changeBy(call, (change) => saveScale(change, input)) }),
}

async function theOrganisation(call: Call): Promise<Organisation> {
  const organisation = await readOrganisation(call.core.database.read)
  if (organisation === null) throw new Error('the organisation that was just saved is gone')
  return organisation
}

const revisionOf = ({ revision }: { revision: number }): { revision: number } => ({ revision })
