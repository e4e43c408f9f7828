/** Tables of migration part `warnings`. */
export interface WarningsSchema {
}
