/** One part of a paper in its order; the page and the Word file both draw these and nothing else. */
export type PaperBlock =
  | { readonly is: 'title' | 'centred' | 'line' | 'counting' | 'until' | 'seal'; readonly text: string }
  | { readonly is: 'facts'; readonly rows: readonly (readonly [word: string, value: string])[] }
  /** In large type: the promise (S19). */
  | { readonly is: 'due'; readonly text: string; readonly small: string | null }
  | {
      readonly is: 'list'
      readonly title: string
      readonly items: readonly { readonly text: string; readonly how: string | null }[]
    }
  | {
      readonly is: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly is: 'signatures'; readonly lines: readonly string[] }
  | { readonly is: 'foot'; readonly lines: readonly string[] }
