/** Tables of migration part `attachments`. */
export type AttachmentsSchema = Record<never, never>
