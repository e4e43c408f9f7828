/** Tables of migration part `assessment`. */
export interface AssessmentSchema {
}
