/** What a report is written as. */
export const reportFormats = ['docx', 'xlsx', 'pdf'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** What may stand in the log of exports: reports, and the package that holds many. */
export const exportFormats = [...reportFormats, 'zip'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** By what an officer looks for a report. */
export const reportGroups = ['register', 'grading', 'control', 'assessment'] as const
export type ReportGroup = (typeof reportGroups)[number]

/** What one file is about. */
export const reportSubjects = ['year', 'power', 'risk-point', 'month', 'warning', 'campaign', 'publicity-list', 'filing-sheet'] as const
export type ReportSubject = (typeof reportSubjects)[number]

/** In the pattern these stand for the year of issue and the running number within it. */
export const numberPlaces = { year: '{year}', number: '{number}' } as const

/** 发文字号 as the field writes it. */
export const defaultNumberPattern = '廉控报〔{year}〕{number}号'

/** Both places must be there, else two reports would bear one number. */
export const isNumberPattern = (pattern: string): boolean => pattern.includes(numberPlaces.year) && pattern.includes(numberPlaces.number)

/** 廉控报〔2026〕12号 from the pattern. */
export const numberText = (pattern: string, { year, running }: { year: number; running: number }): string =>
  pattern.replaceAll(numberPlaces.year, String(year)).replaceAll(numberPlaces.number, String(running))

/** Bytes and pixels of a logo: enough for print, small enough to stand in every paper. */
export const largestLogo = { bytes: 512 * 1024, side: 2000 } as const
