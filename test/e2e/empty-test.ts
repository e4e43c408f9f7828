import { makeEmptyFolder } from './example-folder.ts'
import { worker } from './people.ts'
import { test as base } from './test.ts'

export { expect } from './test.ts'

/** Tests on a register that has been set up and has people, but nothing in it yet. */
export const test = base.extend({
  user: worker,
  prepare: async ({}, give) => { await give(makeEmptyFolder) },
})
