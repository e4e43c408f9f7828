/** Tables of migration part `rectification`. */
export interface RectificationSchema {
}
