/** Who a file is for (公示版, 内部版, 考核版). */
export const reportEditions = ['public', 'internal', 'assessment'] as const
export type ReportEdition = (typeof reportEditions)[number]

/**
 * How something appears in an edition: as it stands in the register; as the post alone, where a name was entered for
 * it; as a stated wording in its place; or not at all.
 */
export const appearances = ['shown', 'as-post', 'replaced', 'left-out'] as const
export type Appearance = (typeof appearances)[number]

/** What stands in reports and is not for everybody. What is not named here stands in every edition. */
export const reportFields = [
  /** 直接责任人, 部门负责人, 责任领导 and the owner of a measure, as somebody entered them. */
  'owner',
  /** Who holds a post, by the accounts. */
  'holder',
  /** Who graded, judged, approved, recorded or disposed. */
  'person',
  /** Text, measures and rules of a point of the heaviest grade. */
  'heaviest-detail',
  /** The same of a point that nobody has graded yet, which may turn out the heaviest. */
  'ungraded-detail',
  /** Values of factors, scores and override rules. */
  'factors',
  /** Why somebody graded, judged or changed a grade as he did. */
  'reason',
  /** What adjustments say besides their title and basis. */
  'adjustment-text',
  /** What reviewers wrote to each other. */
  'comment',
  /** Names of attached files by their secrecy mark. */
  'file-public',
  'file-internal',
  'file-secret',
  /** Any text that bears a mark for inside use. */
  'text-internal',
  /** Any text that bears a mark of state secrecy. */
  'text-secret',
] as const
export type ReportField = (typeof reportFields)[number]

/**
 * Which field appears in which edition. This table is the only place where that is decided: kinds of report ask it, a
 * test walks it, the documentation prints it. The assessment edition leaves the organisation, so what is marked as
 * secret and what reviewers wrote to each other stays behind; in exchange it names those who answer.
 */
export const editionTable: Readonly<Record<ReportField, Readonly<Record<ReportEdition, Appearance>>>> = {
  'owner': { public: 'as-post', internal: 'shown', assessment: 'shown' },
  'holder': { public: 'left-out', internal: 'left-out', assessment: 'shown' },
  'person': { public: 'left-out', internal: 'shown', assessment: 'shown' },
  'heaviest-detail': { public: 'replaced', internal: 'shown', assessment: 'shown' },
  'ungraded-detail': { public: 'replaced', internal: 'shown', assessment: 'shown' },
  'factors': { public: 'left-out', internal: 'shown', assessment: 'shown' },
  'reason': { public: 'left-out', internal: 'shown', assessment: 'shown' },
  'adjustment-text': { public: 'left-out', internal: 'shown', assessment: 'shown' },
  'comment': { public: 'left-out', internal: 'shown', assessment: 'left-out' },
  'file-public': { public: 'shown', internal: 'shown', assessment: 'shown' },
  'file-internal': { public: 'left-out', internal: 'shown', assessment: 'shown' },
  'file-secret': { public: 'left-out', internal: 'shown', assessment: 'left-out' },
  'text-internal': { public: 'replaced', internal: 'shown', assessment: 'shown' },
  'text-secret': { public: 'replaced', internal: 'shown', assessment: 'replaced' },
}

export const appearanceOf = (field: ReportField, edition: ReportEdition): Appearance => editionTable[field][edition]

/** Whether a field stands in an edition as it is in the register. */
export const isShown = (field: ReportField, edition: ReportEdition): boolean => appearanceOf(field, edition) === 'shown'

/** Marks as GB/T 9704 and the rules for secrets write them: 绝密★30年, 机密★, 秘密; alone in brackets or with a star. */
const secret = /(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆]|[（(【[〔]\s*(?:绝密|机密|秘密)\s*[）)】\]〕]|^\s*(?:绝密|机密|秘密)\s*(?:[:：]|$)/mu
const internal = /[（(【[〔]\s*(?:内部|内部资料|内部使用|内部文件|工作秘密|不予公开)\s*[）)】\]〕]|内部资料[，,]?\s*(?:注意保存|不得外传|严禁外传)|工作秘密\s*[★☆:：]|注意保密|不得外传/u

/** The mark a text bears; undefined for one that bears none. */
export function markOf(text: string): 'text-secret' | 'text-internal' | undefined {
  if (secret.test(text)) return 'text-secret'
  return internal.test(text) ? 'text-internal' : undefined
}
