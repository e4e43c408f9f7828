import type { OrganisationInput } from '#shared/contract/organisation.ts'
import { checkCreditCode } from '#shared/model/codes/credit-code.ts'
import { foldCode } from '#shared/model/codes/fold-code.ts'
import { checkRegionCode } from '#shared/model/codes/region-code.ts'
import { Refusal } from '#shared/model/refusal.ts'

/**
 * What a person typed about the organisation, as it is kept: codes half-width and without spaces, gaps as null.
 * @throws Refusal `organisation.credit-code.*` (GB 32100), `organisation.region-code.*` (GB/T 2260)
 */
export function soundOrganisation(input: OrganisationInput): OrganisationInput {
  const creditCode = foldCode(input.creditCode ?? '')
  const regionCode = foldCode(input.regionCode ?? '')
  const credit = checkCreditCode(creditCode)
  if (creditCode !== '' && credit !== 'ok') throw new Refusal(`organisation.credit-code.${credit}`, { code: creditCode }, 'creditCode')
  const region = checkRegionCode(regionCode)
  if (regionCode !== '' && region !== 'ok') throw new Refusal(`organisation.region-code.${region}`, { code: regionCode }, 'regionCode')
  return { ...input, creditCode: creditCode || null, regionCode: regionCode || null, parentName: input.parentName || null }
}
