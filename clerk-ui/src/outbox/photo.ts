import { blobOf, drawSmall, FULL, SMALL } from '@counter/shared/client/draw-small'
import { MAX_FILE_BYTES } from '@counter/shared/vocabulary/case-file'
import { sha256Hex } from './hash.ts'

/** A picture, or a PDF, ready to send; its address is the hash of its content (V67). */
export interface Photo {
  readonly sha256: string
  readonly size: number
  readonly mime: 'image/jpeg' | 'image/png' | 'application/pdf'
  readonly content: Uint8Array<ArrayBuffer>
}

/** A picture of the camera, drawn anew: small, unless the item keeps originals (V68). Null when the browser cannot read it. */
export async function redrawPhoto(file: Blob, isOriginal = false): Promise<Photo | null> {
  const blob = await drawSmall(file, isOriginal ? FULL : SMALL)
  return blob === null ? null : photoOf(blob, 'image/jpeg')
}

/**
 * A file that the agent chose: a PDF as it is, a picture as one of the camera. Null when it is neither, too large, or cannot be
 * read: a phone also offers what lies in a cloud and does not come without a network (V68).
 */
export async function chosenFile(file: Blob, isOriginal = false): Promise<Photo | null> {
  const kind = await isPdf(file).catch(() => null)
  if (kind !== true) return kind === null ? null : redrawPhoto(file, isOriginal)
  return file.size > MAX_FILE_BYTES ? null : photoOf(file, 'application/pdf').catch(() => null)
}

/** What was drawn on glass, as a photo like any other. */
export async function photoOfCanvas(canvas: HTMLCanvasElement): Promise<Photo | null> {
  const blob = await blobOf(canvas, 'image/png')
  return blob === null ? null : photoOf(blob, 'image/png')
}

// By content, as the centre does: a name says nothing.
async function isPdf(file: Blob): Promise<boolean> {
  return (await file.slice(0, 5).text()) === '%PDF-'
}

async function photoOf(blob: Blob, mime: Photo['mime']): Promise<Photo> {
  const content = new Uint8Array(await blob.arrayBuffer())
  return { sha256: await sha256Hex(content), size: content.length, mime, content }
}
