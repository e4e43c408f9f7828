import type { Contract } from '#shared/contract/index.ts'
import type { Handlers } from '../registration.ts'

export const assessmentHandlers: Handlers<Contract['assessment']> = {}
