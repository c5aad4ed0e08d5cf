/** 8 MiB of one file (P42, V68). */
export const MAX_FILE_BYTES = 8 * 1024 * 1024

/** Files of a case that show none of its listed materials, as what they are named by (C437). */
export const OTHER_FILES = 'other'
