import { create } from 'zustand'

/** A newer page has the phone's book: this one shows that it is over, sends nothing and asks for nothing (V41). */
export const usePageOver = create<{ readonly isOver: boolean }>(() => ({ isOver: false }))
