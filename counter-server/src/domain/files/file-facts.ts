/** The kinds of files that are taken: what they are by content, whatever name and type they claim (P42). */
export type FileMime = 'image/jpeg' | 'image/png' | 'application/pdf'

/** A picture read from its first byte to its last (V68). */
export interface Picture {
  readonly mime: Exclude<FileMime, 'application/pdf'>
  readonly width: number
  readonly height: number
  /** Nothing stands behind its end, where a second format could hide. */
  readonly isWhole: boolean
  /** The same picture with nothing but what draws it: no place, device, time, words or second picture (P42). */
  clean(): Uint8Array
}

/** A file that may be kept, as it is kept. */
export interface CleanFile {
  readonly mime: FileMime
  readonly content: Uint8Array
}
