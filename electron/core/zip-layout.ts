// Record layouts of a zip file: PKWARE APPNOTE.TXT 6.3, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end).
export const END_SIGNATURE = 0x06054b50
export const DIRECTORY_SIGNATURE = 0x02014b50
export const LOCAL_SIGNATURE = 0x04034b50
export const END_BYTES = 22
export const DIRECTORY_BYTES = 46
export const LOCAL_BYTES = 30
export const MAX_COMMENT_BYTES = 0xffff
export const DEFLATED = 8
