import '../../styles/book.css'
import type { ReactNode } from 'react'
import { bookCatalogue } from '../../text/book-catalogue.ts'
import { BookScreen } from './book-screen.tsx'

export const catalogue = bookCatalogue

export function pageOf(): ReactNode {
  return <BookScreen />
}
