import type { ContractRouterClient } from '@orpc/contract'
import { adjustments } from './adjustments.ts'
import { changeSheets } from './change-sheets.ts'
import { filing } from './filing.ts'
import { publicity } from './publicity.ts'
import { evidence } from './evidence.ts'
import { assessment } from './assessment.ts'
import { consistency } from './consistency.ts'
import { rectification } from './rectification.ts'
import { warnings } from './warnings.ts'
import { attachments } from './attachments.ts'
import { exchange } from './exchange.ts'
import { grading } from './grading.ts'
import { history } from './history.ts'
import { measures } from './measures.ts'
import { organisation } from './organisation.ts'
import { overview } from './overview.ts'
import { people } from './people.ts'
import { powers } from './powers.ts'
import { reports } from './reports.ts'
import { review } from './review.ts'
import { risks } from './risks.ts'
import { system } from './system.ts'
import { years } from './years.ts'

/** Everything the page may ask of core. */
export const contract = { adjustments, assessment, attachments, changeSheets, consistency, evidence, exchange, filing, grading, history, measures, organisation, overview, people, powers, publicity, rectification, reports, review, risks, system, warnings, years }
export type Contract = typeof contract
export type ContractClient = ContractRouterClient<Contract>
