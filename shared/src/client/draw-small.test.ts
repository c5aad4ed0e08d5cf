import { describe, expect, test } from 'vitest'
import { drawnSize, FULL } from './draw-small.ts'

describe('the size a photo is drawn at', () => {
  test.each([
    [4000, 3000, 1600, 1200],
    [3000, 4000, 1200, 1600],
    [1600, 900, 1600, 900],
    [640, 480, 640, 480],
    [9000, 3, 1600, 1],
  ])('[V68] of %i × %i is %i × %i', (width, height, expectedWidth, expectedHeight) => {
    expect(drawnSize(width, height)).toEqual({ width: expectedWidth, height: expectedHeight })
  })
  test('[V68] of an item that keeps originals is the size it was taken at, as far as a phone can draw it', () => {
    expect(drawnSize(4000, 3000, FULL)).toEqual({ width: 4000, height: 3000 })
    // 8000 × 6000 are 48 million pixels: a third of them, and the shape stays.
    expect(drawnSize(8000, 6000, FULL)).toEqual({ width: 4619, height: 3464 })
  })
})
