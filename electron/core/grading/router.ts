import type { Contract } from '#shared/contract/index.ts'
import type { Handlers } from '../registration.ts'
import { acceptGradings } from './accept-gradings.ts'
import { gradePoints } from './grade-points.ts'
import { addVersion, createMethod, putInForce } from './method-records.ts'
import { listMethods } from './methods.ts'
import { previewGrading } from './preview-grading.ts'
import { previewMethod } from './preview-method.ts'

export const gradingHandlers: Handlers<Contract['grading']> = {
  methods: (_input, { core }) => listMethods(core.database.read),
  createMethod: (input, { core, actor }) => core.database.change(actor, (change) => createMethod(change, input)),
  saveVersion: (input, { core, actor }) => core.database.change(actor, (change) => addVersion(change, input)),
  putInForce: async ({ versionId }, { core, actor }) => {
    await core.database.change(actor, (change) => putInForce(change, versionId))
    return { versionId }
  },
  previewMethod: ({ definition }, { core }) => previewMethod(core.database.read, definition),
  preview: (input, { core }) => previewGrading(core.database.read, input),
  grade: async (input, { core, actor }) => ({ graded: await core.database.change(actor, (change) => gradePoints(change, input)) }),
  accept: (input, { core, actor, gate }) => {
    gate.require({ departmentId: null, state: 'draft' })
    return acceptGradings(core, actor, input)
  },
}
