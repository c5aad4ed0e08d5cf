import { diskBook } from '@counter/shared/client/disk-book'
import { expect, test } from 'vitest'
import { givePhoneDisk } from './phone-disk.ts'

type Book = {
  notes: { key: string; value: { name: string; text: string } }
  counts: { key: string; value: number }
}

function aBook() {
  givePhoneDisk()
  return diskBook<Book>({
    name: 'book',
    version: 1,
    upgrade(database) {
      database.createObjectStore('notes', { keyPath: 'name' })
      database.createObjectStore('counts')
    },
  })
}

test('[V28] a transaction of the phone’s disk is whole or not at all, and two of them see one another’s end', async () => {
  const book = aBook()
  const count = () =>
    book.write(['counts', 'notes'], async (tx) => {
      const counts = tx.objectStore('counts')
      const next = ((await counts.get('n')) ?? 0) + 1
      await Promise.all([counts.put(next, 'n'), tx.objectStore('notes').add({ name: `${next}`, text: '' })])
      return next
    })
  expect(await Promise.all([count(), count()])).toEqual([1, 2])
  const broken = book.write(['counts', 'notes'], async (tx) => {
    await tx.objectStore('counts').put(9, 'n')
    await tx.objectStore('notes').add({ name: '2', text: 'again' })
  })
  await expect(broken).rejects.toThrow('2')
  expect(await book.find('counts', 'n')).toBe(2)
  expect(await book.all('notes')).toEqual([
    { name: '1', text: '' },
    { name: '2', text: '' },
  ])
})

test('[V28] a page writes strictly, for the phone’s disk takes nothing that is not', async () => {
  const book = aBook()
  expect(await book.write(['counts'], (tx) => tx.objectStore('counts').put(1, 'n'))).toBe('n')
  const asked = indexedDB.open('book')
  await new Promise((resolve) => asked.addEventListener('success', resolve))
  const write = (options?: IDBTransactionOptions) => asked.result.transaction('counts', 'readwrite', options)
  expect(write).toThrow('without a strict word')
  expect(() => write({ durability: 'relaxed' })).toThrow('without a strict word')
  expect(() => write({ durability: 'strict' })).not.toThrow()
})

test('[V27] what was put in the phone’s disk is not changed by its owner afterwards, and is gone when the book is erased', async () => {
  const book = aBook()
  const note = { name: 'a', text: 'first' }
  await book.write(['notes'], async (tx) => {
    const put = tx.objectStore('notes').put(note)
    note.text = 'second'
    await put
  })
  expect(await book.find('notes', 'a')).toEqual({ name: 'a', text: 'first' })
  await book.erase()
  expect(await book.all('notes')).toEqual([])
})
