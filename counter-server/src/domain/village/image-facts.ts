/** What a picture is by its content; its name and its claimed type count for nothing (V68). */
export interface ImageFacts {
  readonly mime: 'image/jpeg' | 'image/png'
  readonly width: number
  readonly height: number
}
