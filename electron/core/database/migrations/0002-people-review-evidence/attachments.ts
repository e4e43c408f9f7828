/** Files that belong to records. */
export const attachments = ``
