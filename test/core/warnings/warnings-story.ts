import type { RunResult, Warning } from '#shared/contract/warnings.ts'
import { finished } from '../publicity/publicity-story.ts'
import { names } from '../review/review-story.ts'
import type { Story } from '../review/review-story.ts'

export const { officer, other, head, leader, chief, inspector } = names

/** Runs the rules as the inspection does by hand. */
export const run = (story: Story): Promise<RunResult> => finished(story.as(inspector).warnings.run())

/** Open warnings of a rule. */
export const found = async (story: Story, rule: string): Promise<Warning[]> => (await story.as(inspector).warnings.list({ filter: { rules: [rule] } })).rows

/** The sheet as it stands, for the next step. */
export const sheet = async (story: Story, id: string): Promise<{ id: string; revision: number }> => ({ id, revision: (await story.as(inspector).warnings.get({ id })).warning.revision })

export const way = '责令整改'

export const issue = async (story: Story, id: string, by: string = inspector): Promise<void> => {
  await story.as(by).warnings.direct({ sheets: [await sheet(story, id)], action: 'issue', text: '补充措施并报结果', way })
}

export const handle = async (story: Story, id: string, action: 'receive' | 'analyse' | 'rectify' | 'complete', by: string = officer, evidence: string[] = []): Promise<void> => {
  await story.as(by).warnings.handle({ sheets: [await sheet(story, id)], action, text: action === 'receive' ? '' : `${action}：说明`, evidence })
}

export const direct = async (story: Story, id: string, action: 'approve' | 'pass' | 'return' | 'lift' | 'escalate' | 'transfer', by: string = inspector, text = '意见'): Promise<void> => {
  await story.as(by).warnings.direct({ sheets: [await sheet(story, id)], action, text })
}

/** A warning raised by hand for the approvals department, at a level that needs no approval. */
export const raised = async (story: Story, levelCode = 'yellow'): Promise<string> =>
  (await story.as(inspector).warnings.raise({ sourceCode: 'petition', levelCode, powerId: story.sample.licence, situation: '群众反映受理标准不一' })).id

export const stateOf = async (story: Story, id: string) => (await story.as(inspector).warnings.get({ id })).warning.state
