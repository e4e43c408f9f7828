import type { ReactNode } from 'react'
import type { Permission, Subject } from '#shared/model/permissions.ts'
import { AllowedContext } from './allowed.ts'
import { useMay } from './use-me.ts'

/** What stands inside is offered for changing only to whoever may: without a subject, whoever may change any such record. */
export function EditingOf({ permission, subject, children }: { readonly permission: Permission; readonly subject?: Subject; readonly children: ReactNode }) {
  return <AllowedContext value={useMay(permission, subject)}>{children}</AllowedContext>
}
