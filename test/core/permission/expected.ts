import type { EntryState } from '#shared/model/review/entry-states.ts'
import type { Role } from '#shared/model/roles.ts'

/**
 * Who may do what, written down a second time, by hand and from the rules of the office, not from the program's own
 * table. A line is a right. `role` reaches the departments of its grant, `role*` everything. Where the state of a risk
 * point's entry matters, it stands before the colon.
 */
const rights = `
come in                : everybody*
keep habits            : everybody-who-is-not-away*
change own password    : signed-in* newcomer*
found the register     : founder* service*
read the register      : working* service*
read its words         : working* officers* founder* service*
keep the structure     : system-officer* service*
keep the rules         : inspector* service*
see the accounts       : officers* service*
keep the accounts      : system-officer* service*
give roles             : security-officer* service*
set the sign-in rules  : security-officer*
read the log           : audit-officer*
export the log         : audit-officer* service*
verify                 : audit-officer* system-officer* service*
keep copies            : system-officer* service*
freeze and start years : inspector* service*
write lists and reports: working* service*
draw samples           : inspector*
write powers           : writers service*
write measures         : writers service*
carry out measures     : writers service*
rate measures          : leader-in-charge chief-leader* inspector*
import                 : writers service*
write entries          : draft returned in-force cancelled: writers service*
grade                  : draft returned: writers service*
take over              : draft: chief-leader* service*
expect figures         : writers service*
verify figures         : inspector*
submit                 : draft returned: writers
recall                 : submitted: writers
judge                  : submitted department-review: writers leader-in-charge chief-leader* inspector*
judge                  : head-approval: section-head leader-in-charge chief-leader*
judge                  : leader-approval: leader-in-charge chief-leader*
judge                  : chief-approval: chief-leader*
judge                  : inspection-review: inspector* chief-leader*
judge                  : determination: chief-leader*
comment                : writers leader-in-charge chief-leader* inspector*
publish                : publicity: inspector*
file                   : filing: inspector*
reopen                 : in-force: writers leader-in-charge chief-leader* inspector*
reopen                 : cancelled: writers inspector*
attach                 : draft returned submitted department-review head-approval leader-approval chief-approval inspection-review determination publicity filing in-force: writers leader-in-charge chief-leader* inspector*
adjust                 : writers leader-in-charge chief-leader* inspector*
raise warnings         : leader-in-charge* chief-leader* inspector* service*
handle warnings        : writers
direct warnings        : leader-in-charge chief-leader* inspector*
rectify                : writers leader-in-charge chief-leader* inspector*
close rectification    : leader-in-charge chief-leader* inspector*
run assessments        : inspector* service*
score oneself          : writers
score for the office   : chief-leader* inspector* assessor*
score for the leaders  : leader-in-charge* chief-leader*
object to results      : writers
answer objections      : chief-leader* inspector*
`

const procedures = `
adjustments  read the register      : start touched list tasks
adjustments  adjust                 : record settle
assessment   read the register      : templates template start campaigns campaign sheet trail indicatorRows objections results compare
assessment   keep the rules         : supplyTemplates createTemplate saveTemplate setTemplateState
assessment   run assessments        : open recompute saveDates drop publish close
assessment   score oneself          : scoreSelf handInSelf
assessment   score for the office   : scoreOffice handOnOffice sendBackOffice markVeto
assessment   score for the leaders  : scoreLead handOnLead sendBackLead
assessment   object to results      : object
assessment   answer objections      : answer
attachments  read the register      : list named read
attachments  attach                 : add mark withdraw
changeSheets read the register      : months month
changeSheets file                   : make
consistency  read the register      : run summary findings
consistency  read its words         : levels
consistency  keep the rules         : setLevel
consistency  write lists and reports: export
evidence     read the log           : log logChoices heads
evidence     export the log         : exportLog
exchange     import                 : plan apply discard undo sheetHead suggestColumns forgetLayout forgetColumn
exchange     read the register      : batches template remembered
exchange     write lists and reports: exportList
filing       read the register      : start waiting sheets entries
filing       file                   : create change drop file
grading      read the register      : methods previewMethod preview
grading      keep the rules         : createMethod saveVersion putInForce
grading      grade                  : grade
grading      take over              : accept
history      read the register      : ofRecord recent
inspectionPackage write lists and reports: items build read discard
inspectionPackage attach      : attach mark
measures     read the register      : list get work calendar overdue
measures     write measures         : create save withdraw reinstate
measures     carry out measures     : execute addEvidence withdrawExecution
measures     rate measures          : check
organisation read its words         : get departments posts vocabulary scales
organisation found the register     : setUp
organisation keep the structure     : save createDepartment saveDepartment orderDepartments withdrawDepartment createPost savePost withdrawPost
organisation keep the rules         : saveVocabularyItem orderVocabulary saveScale
overview     read the register      : get
people       come in                : me signIn signOut stir unlock
people       change own password    : changePassword
people       found the register     : found
people       see the accounts       : accounts holdings sessionRules
people       keep the accounts      : create rename withdraw reinstate reset assignPost endHolding
people       give roles             : grant endGrant
people       set the sign-in rules  : saveSessionRules
powers       read the register      : list get
powers       write powers           : create save withdraw reinstate
publicity    read the register      : start period waiting lists get entries
publicity    publish                : create change leaveOut post drop close object answer
rectification read the register     : start term list get
rectification rectify               : open fromFinding save rectify
rectification close rectification   : close return reopen changeTerm
rectification write lists and reports: export
reportForms  read the register      : list read
reportForms  write lists and reports: placeholders example
reportForms  keep the rules         : add check tryOut use putBack withdraw
reports      read the register      : archives check kinds subjects exports settings
reports      keep the rules         : saveSettings saveLogo
reports      freeze and start years : freeze
reports      write lists and reports: annual preview write exportLog
review       read the register      : mine desk snapshot lowerings
review       read its words         : ladder calendar
review       keep the rules         : saveLadder saveCalendar
review       submit                 : submit
review       recall                 : recall
review       judge                  : take decide
review       reopen                 : reopen keep
review       comment                : comment
review       draw samples           : drawSample samples samplePoints judgeSample
risks        read the register      : list get mayNotVerify
risks        write entries          : create save confirm withdraw reinstate
risks        expect figures         : setExpected
risks        verify figures         : setVerified
system       come in                : about preferences
system       keep habits            : setPreference
system       found the register     : openExample
system       keep copies            : backups backUp restore
system       verify                 : verify
warnings     read the register      : list figures get settings events eventBatches
warnings     keep the rules         : saveLevels saveRule saveSources
warnings     raise warnings         : run raise planEvents applyEvents discardEvents undoEvents linkEvent dismissEvents warnOfEvent
warnings     handle warnings        : handle
warnings     direct warnings        : direct
years        read the register      : current frozen open compare compareRows
years        freeze and start years : start
years        write lists and reports: exportComparison
`

const writers = ['risk-officer', 'section-head']
const working = [...writers, 'leader-in-charge', 'chief-leader', 'inspector', 'assessor']
const officers = ['system-officer', 'security-officer', 'audit-officer']
const signedIn = [...working, ...officers, 'member']
const notAway = [...signedIn, 'newcomer', 'visitor', 'founder']
const groups: Record<string, readonly string[]> = { writers, working, officers, 'signed-in': signedIn, 'everybody-who-is-not-away': notAway, everybody: [...notAway, 'locked', 'service'] }

/** One way of having a right. */
interface Way { readonly states: readonly string[] | 'any'; readonly roles: ReadonlyMap<string, 'own' | 'all'> }

const lines = (table: string): string[][] => table.trim().split('\n').map((line) => line.split(':').map((part) => part.trim()))
const words = (text = ''): string[] => text.split(/\s+/u).filter((word) => word !== '')

function wayOf(parts: readonly string[]): Way {
  const roles = words(parts.at(-1)).flatMap((word) => {
    const name = word.replace('*', '')
    return (groups[name] ?? [name]).map((role) => [role, word.endsWith('*') ? 'all' : 'own'] as const)
  })
  return { states: parts.length === 1 ? 'any' : words(parts[0]), roles: new Map(roles) }
}

const ways = new Map([...Map.groupBy(lines(rights), ([right]) => right ?? '')].map(([right, of]) => [right, of.map(([, ...parts]) => wayOf(parts))]))

/** Which right each procedure asks for, by its full name. */
export const rightOf: ReadonlyMap<string, string> = new Map(lines(procedures).flatMap(([head = '', names]) => {
  const [area = '', ...right] = words(head)
  return words(names).map((name) => [`${area}.${name}`, right.join(' ')] as const)
}))

/** Where a record lies, seen from a grant: in one of its departments, in another, or in none. */
export type Place = 'own' | 'other' | 'none'
export interface Case { readonly role: Role; readonly whole: boolean; readonly place: Place; readonly state: EntryState | undefined }

/** Whether the rules let somebody do this; a state is named only where the record is a risk point. */
export function expected(procedure: string, { role, whole, place, state }: Case): boolean {
  return (ways.get(rightOf.get(procedure) ?? '') ?? []).some(({ states, roles }) => {
    if (state !== undefined && states !== 'any' && !states.includes(state)) return false
    const reach = roles.get(role)
    return reach === 'all' || (reach === 'own' && (whole || place === 'own'))
  })
}

/** Rights a procedure names that stand in no line. */
export const unknownRights = (): string[] => [...new Set(rightOf.values())].filter((right) => !ways.has(right))
