export interface WorkingYearTable {
  year: number
  id: string
  /** The frozen year everything was carried over from. */
  carried_from: number
  started_at: string
  started_by: string
}

/** Tables of migration part `years`. */
export interface YearsSchema {
  working_year: WorkingYearTable
}
