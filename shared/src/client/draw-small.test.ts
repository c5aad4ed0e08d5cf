import { describe, expect, test } from 'vitest'
import { drawnSize } from './draw-small.ts'

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
})
