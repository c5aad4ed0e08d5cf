import { villageBook } from './village-db.ts'

export type Tx = Parameters<Parameters<typeof villageBook.write>[1]>[0]

/** What is pressed on a phone that has just been emptied is not kept, and the page says so. */
export class PhoneLeft extends Error {}

/** An emptied book takes nothing more: it would be gone with the book, and nobody would know (V28, V84). */
export async function refuseLeft(tx: Tx): Promise<void> {
  if ((await tx.objectStore('meta').get('left')) !== undefined) throw new PhoneLeft()
}

/** True between the emptying and the end of the book, also after a page that was killed in between. */
export async function isLeft(): Promise<boolean> {
  return (await villageBook.find('meta', 'left')) !== undefined
}
