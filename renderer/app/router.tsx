import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { consistencySearchSchema } from '#renderer/consistency/search.ts'
import { logSearchSchema } from '#renderer/log/search.ts'
import { powersSearchSchema } from '#renderer/powers/search.ts'
import { rectificationSearchSchema } from '#renderer/rectification/search.ts'
import { reviewSearchSchema } from '#renderer/review/search.ts'
import { risksSearchSchema } from '#renderer/risks/search.ts'
import { measuresSearchSchema } from '#renderer/measures/search.ts'
import { warningsSearchSchema } from '#renderer/warnings/search.ts'
import { yearsSearchSchema } from '#renderer/years/search.ts'
import { NotFound } from './not-found.tsx'
import { PageFault } from './page-fault.tsx'
import { parseSearch, stringifySearch } from './search-params.ts'
import { SessionGate } from './session/session-gate.tsx'
import { FirstScreen, Shell } from './shell/shell.tsx'
import { LookingProvider } from './year/looking.tsx'

const root = createRootRoute({ component: Root, notFoundComponent: NotFound })

function Root() {
  return <SessionGate><LookingProvider><Outlet /></LookingProvider></SessionGate>
}

const start = createRoute({ getParentRoute: () => root, path: '/start', component: lazyRouteComponent(() => import('#renderer/start/page.tsx'), 'StartPage') })

/** Everything that has navigation and top bar around it. */
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })

const home = createRoute({ getParentRoute: () => shell, path: '/', component: FirstScreen })
const overview = createRoute({ getParentRoute: () => shell, path: '/overview', component: lazyRouteComponent(() => import('#renderer/overview/page.tsx'), 'OverviewPage') })
const powers = createRoute({ getParentRoute: () => shell, path: '/powers', validateSearch: powersSearchSchema, component: lazyRouteComponent(() => import('#renderer/powers/page.tsx'), 'PowersPage') })
const power = createRoute({ getParentRoute: () => shell, path: '/powers/$id', component: lazyRouteComponent(() => import('#renderer/powers/record/page.tsx'), 'PowerPage') })
const risks = createRoute({ getParentRoute: () => shell, path: '/risks', validateSearch: risksSearchSchema, component: lazyRouteComponent(() => import('#renderer/risks/page.tsx'), 'RisksPage') })
const measures = createRoute({ getParentRoute: () => shell, path: '/measures', validateSearch: measuresSearchSchema, component: lazyRouteComponent(() => import('#renderer/measures/page.tsx'), 'MeasuresPage') })
const review = createRoute({ getParentRoute: () => shell, path: '/review', validateSearch: reviewSearchSchema, component: lazyRouteComponent(() => import('#renderer/review/page.tsx'), 'ReviewPage') })
const lowerings = createRoute({ getParentRoute: () => shell, path: '/review/lowerings', component: lazyRouteComponent(() => import('#renderer/review/lists/lowerings-page.tsx'), 'LoweringsPage') })
const samples = createRoute({ getParentRoute: () => shell, path: '/review/samples', component: lazyRouteComponent(() => import('#renderer/review/lists/samples-page.tsx'), 'SamplesPage') })
const warnings = createRoute({ getParentRoute: () => shell, path: '/warnings', validateSearch: warningsSearchSchema, component: lazyRouteComponent(() => import('#renderer/warnings/page.tsx'), 'WarningsPage') })
const publicity = createRoute({ getParentRoute: () => shell, path: '/publicity', component: lazyRouteComponent(() => import('#renderer/publicity/page.tsx'), 'PublicityPage') })
const adjustments = createRoute({ getParentRoute: () => shell, path: '/adjustments', component: lazyRouteComponent(() => import('#renderer/adjustments/page.tsx'), 'AdjustmentsPage') })
const rectification = createRoute({ getParentRoute: () => shell, path: '/rectification', validateSearch: rectificationSearchSchema, component: lazyRouteComponent(() => import('#renderer/rectification/page.tsx'), 'RectificationPage') })
const consistency = createRoute({ getParentRoute: () => shell, path: '/consistency', validateSearch: consistencySearchSchema, component: lazyRouteComponent(() => import('#renderer/consistency/page.tsx'), 'ConsistencyPage') })
const assessment = createRoute({ getParentRoute: () => shell, path: '/assessment', component: lazyRouteComponent(() => import('#renderer/assessment/page.tsx'), 'AssessmentPage') })
const assessmentTemplate = createRoute({ getParentRoute: () => shell, path: '/assessment/templates/$id', component: lazyRouteComponent(() => import('#renderer/assessment/templates/template-page.tsx'), 'TemplatePage') })
const campaign = createRoute({ getParentRoute: () => shell, path: '/assessment/$id', component: lazyRouteComponent(() => import('#renderer/assessment/campaign/page.tsx'), 'CampaignPage') })
const scoringSheet = createRoute({ getParentRoute: () => shell, path: '/assessment/sheets/$id', component: lazyRouteComponent(() => import('#renderer/assessment/sheet/page.tsx'), 'SheetPage') })
const importing = createRoute({ getParentRoute: () => shell, path: '/import', component: lazyRouteComponent(() => import('#renderer/import/page.tsx'), 'ImportPage') })
const years = createRoute({ getParentRoute: () => shell, path: '/years', validateSearch: yearsSearchSchema, component: lazyRouteComponent(() => import('#renderer/years/page.tsx'), 'YearsPage') })
const reports = createRoute({ getParentRoute: () => shell, path: '/reports', component: lazyRouteComponent(() => import('#renderer/reports/page.tsx'), 'ReportsPage') })
const people = createRoute({ getParentRoute: () => shell, path: '/people', component: lazyRouteComponent(() => import('#renderer/people/page.tsx'), 'PeoplePage') })
const log = createRoute({ getParentRoute: () => shell, path: '/log', validateSearch: logSearchSchema, component: lazyRouteComponent(() => import('#renderer/log/page.tsx'), 'LogPage') })
const settingsHome = createRoute({ getParentRoute: () => shell, path: '/settings', beforeLoad: () => { throw redirect({ to: '/settings/$', params: { _splat: '' }, replace: true }) } })
/** The rest of the path names the part of the settings, e.g. `methods` or `methods/<id>`. */
const settings = createRoute({ getParentRoute: () => shell, path: '/settings/$', component: lazyRouteComponent(() => import('#renderer/settings/page.tsx'), 'SettingsPage') })

const routeTree = root.addChildren([start, shell.addChildren([home, overview, powers, power, risks, measures, review, lowerings, samples, warnings, publicity, adjustments, importing, years, reports, people, log, settingsHome, settings, rectification, consistency, assessment, assessmentTemplate, campaign, scoringSheet])])

/**
 * Made after the connection: until then the fragment of the address holds the one-time token. Addresses live in the
 * fragment, so that any host can serve the one page.
 */
export function createAppRouter() {
  return createRouter({
    routeTree,
    history: createHashHistory(),
    parseSearch,
    stringifySearch,
    // What a screen does not know is no part of its address.
    search: { strict: true },
    defaultErrorComponent: PageFault,
    defaultNotFoundComponent: NotFound,
    defaultPreload: 'intent',
  })
}

declare module '@tanstack/react-router' {
  interface Register { router: ReturnType<typeof createAppRouter> }
}
