import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { Founding } from '#shared/contract/people.ts'
import { exampleFounding, exampleOfficers } from '#shared/model/people/example-people.ts'
import { workingRoles } from '#shared/model/roles.ts'

export const password = 'Hill-and-river-7'

/** Somebody who may do all that is done in the register, so that a test tries one thing at a time. */
export const worker = '测试经办人'
export const systemOfficer = exampleOfficers['system-officer']
export const auditOfficer = exampleOfficers['audit-officer']

/** The example's people, and the one with all roles. */
export function founding(): Founding {
  const { officers, people = [] } = exampleFounding(password)
  return { officers, people: [...people, { name: worker, password, mustChange: false, roles: workingRoles.map((role) => ({ role, departments: 'all' as const })) }] }
}

/** Signs in by the form, and waits until the person is in. */
export async function signIn(page: Page, name: string, secret = password): Promise<void> {
  await page.getByTestId('sign-in-name').fill(name)
  await page.getByTestId('sign-in-password').fill(secret)
  await page.getByTestId('sign-in-submit').click()
  await expect(page.getByTestId('sign-in')).toBeHidden()
}

/** Gives the window over to somebody else. */
export async function changeTo(page: Page, name: string): Promise<void> {
  await page.getByTestId('user').click()
  await page.getByTestId('sign-out').click()
  await expect(page.getByTestId('sign-in')).toBeVisible()
  await signIn(page, name)
}
