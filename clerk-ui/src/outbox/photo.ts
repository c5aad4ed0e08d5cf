import { blobOf, drawSmall } from '@counter/shared/client/draw-small'
import { sha256Hex } from './hash.ts'

/** A picture ready to send; its address is the hash of its content (V67). */
export interface Photo {
  readonly sha256: string
  readonly size: number
  readonly mime: 'image/jpeg' | 'image/png'
  readonly content: Uint8Array<ArrayBuffer>
}

/** A picture of the camera, drawn anew and small (V68). Null when the browser cannot read it. */
export async function redrawPhoto(file: Blob): Promise<Photo | null> {
  const blob = await drawSmall(file)
  return blob === null ? null : photoOf(blob, 'image/jpeg')
}

/** What was drawn on glass, as a photo like any other. */
export async function photoOfCanvas(canvas: HTMLCanvasElement): Promise<Photo | null> {
  const blob = await blobOf(canvas, 'image/png')
  return blob === null ? null : photoOf(blob, 'image/png')
}

async function photoOf(blob: Blob, mime: Photo['mime']): Promise<Photo> {
  const content = new Uint8Array(await blob.arrayBuffer())
  return { sha256: await sha256Hex(content), size: content.length, mime, content }
}
