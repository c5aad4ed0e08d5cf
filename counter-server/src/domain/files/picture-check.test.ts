import { MAX_FILE_BYTES } from '@counter/shared/vocabulary/case-file'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bytes,
  chunk,
  END,
  frame,
  jpeg,
  SIGNATURE,
  START,
  scan,
  segment,
  text,
  u32,
  png as whole,
} from '../../../test/file-bytes.ts'
import { Refusal } from '../refusal.ts'
import { checkPicture } from './picture-check.ts'

const png = (width = 3, height = 2, tail: readonly number[] = []) => bytes(whole(width, height), tail)

function answer(content: Uint8Array): string {
  try {
    const { mime, width, height } = checkPicture(content)
    return `${mime} ${width}x${height}`
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('a picture', () => {
  test('[V68] is known by its content', () => {
    expect(answer(jpeg())).toBe('image/jpeg 640x480')
    expect(answer(png())).toBe('image/png 3x2')
  })

  test('[V68] may be a progressive JPEG of several scans', () => {
    const progressive = bytes(START, frame(20, 10, 0xc2), scan(1, 2), segment(0xc4, [0, 1]), scan(3), END)
    expect(answer(progressive)).toBe('image/jpeg 20x10')
  })

  test.each([
    ['a PDF', text('%PDF-1.7\n')],
    ['a page', text('<!doctype html><script>1</script>')],
    ['a GIF', text('GIF89a\u0001\u0000\u0001\u0000')],
    ['nothing', bytes()],
    ['a JPEG without a frame', bytes(START, scan(1), END)],
    ['a JPEG without a scan', bytes(START, frame(1, 1), END)],
    ['a JPEG with two frames', bytes(START, frame(1, 1), frame(9000, 9000), scan(1), END)],
    ['a JPEG of no height', jpeg(640, 0)],
    ['a PNG of no width', png(0, 2)],
    [
      'a PNG without a picture',
      bytes(SIGNATURE, chunk('IHDR', [...u32(1), ...u32(1), 8, 2, 0, 0, 0]), chunk('IEND', [])),
    ],
  ])('[V68] is not %s', (_name, content) => {
    expect(answer(content)).toBe('file.type_not_allowed')
  })

  test.each([
    ['a ZIP behind a JPEG', bytes(jpeg(), text('PK\u0003\u0004'))],
    ['a page behind a JPEG', bytes(jpeg(), text('<script>'))],
    ['a page behind a PNG', png(3, 2, [...text('<script>')])],
    ['a whole chunk behind the end of a PNG', png(3, 2, chunk('IDAT', [1]))],
    ['a page before a JPEG', bytes(text('<!--'), jpeg())],
  ])('[V68] hides no second format: %s', (_name, content) => {
    expect(answer(content)).toBe('file.type_not_allowed')
  })

  test('[V68] with one changed byte in a PNG is refused by its check sum', () => {
    const changed = png()
    changed[17] = 9
    expect(answer(changed)).toBe('file.type_not_allowed')
  })

  test('[V68] above 40 megapixels or 8 MiB is too large', () => {
    expect(answer(jpeg(8000, 5000))).toBe('image/jpeg 8000x5000')
    expect(answer(jpeg(8001, 5000))).toBe('file.too_many_pixels')
    expect(answer(new Uint8Array(MAX_FILE_BYTES + 1))).toBe('file.too_large')
  })

  test('[V68] cut anywhere is refused', () => {
    for (const picture of [jpeg(), png()]) {
      for (let length = 0; length < picture.length; length += 1) {
        expect(answer(picture.subarray(0, length))).toBe('file.type_not_allowed')
      }
    }
  })

  test('[V96] of any bytes gives an answer and never a fault', () => {
    const heads = [[], START, SIGNATURE]
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), (head, rest) => {
        expect(answer(bytes(head, rest))).toMatch(/^(image|file)/)
      }),
    )
  })
})
