import { useBook } from './kiosk-book.ts'
import { useOwnPrinter } from './own-printer.ts'

/** True for a number that this kiosk gave by itself and the server has not taken in yet (Q47). */
export function isUnsentNumber(number: string): boolean {
  return isIn(useBook.getState(), number)
}

/** True while no paper of this number can come out: its printer is reached through the server, which does not know it (Q45). */
export function isOutOfReach(number: string): boolean {
  return useOwnPrinter.getState().kind === 'network' && isUnsentNumber(number)
}

/** The same for a page, which follows it. */
export function useOutOfReach(number: string): boolean {
  const isNetwork = useOwnPrinter(({ kind }) => kind === 'network')
  return useBook((book) => isIn(book, number)) && isNetwork
}

function isIn({ unsent }: Pick<ReturnType<typeof useBook.getState>, 'unsent'>, number: string): boolean {
  return unsent.some((kept) => kept.kind === 'take' && kept.number === number)
}
