import type { ReactNode } from 'react'
import { Press } from '../../components/press.tsx'
import { tell } from '../../state/kiosk-store.ts'
import { useText } from '../../text/text.ts'

/** 「返回」: home, with the same resident and so with the same type size and language. */
export function BackHome(): ReactNode {
  const say = useText()
  return <Press onPress={() => tell({ type: 'opened', place: { at: 'home' } })}>{say('act.back')}</Press>
}
