/** Tables of migration part `reports`. */
export interface ReportsSchema {
}
