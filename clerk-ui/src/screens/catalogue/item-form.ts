import type { CatalogueItem, DraftProblem } from '@counter/shared/contract/catalogue'
import type { ItemDraft } from '@counter/shared/contract/item-draft'
import { createContext, useContext } from 'react'

export type ItemContent = ItemDraft['content']

/** The draft that is being written, with what stands in its way; every field of the editor reads and changes it. */
export interface ItemForm {
  readonly draft: ItemDraft
  /** As the server judged the last save (C102). */
  readonly problems: readonly DraftProblem[]
  readonly units: CatalogueItem['units']
  readonly centre: CatalogueItem['centre']
  /** Changes what stands beside the content: name, unit, kind. */
  change(more: Partial<ItemDraft>): void
  /** Changes the content. */
  say(more: Partial<ItemContent>): void
}

export const ItemFormContext = createContext<ItemForm | null>(null)

export function useItemForm(): ItemForm {
  const form = useContext(ItemFormContext)
  if (form === null) throw new Error('a field of an item stands outside its editor')
  return form
}

/** The parts of the content that are plain text, or lines of it. */
export type TextPart = KeysOf<string>
export type LinesPart = KeysOf<string[]>
export type SwitchPart = KeysOf<boolean>

type KeysOf<T> = {
  [K in keyof ItemContent]: [ItemContent[K]] extends [T] ? ([T] extends [ItemContent[K]] ? K : never) : never
}[keyof ItemContent]
