import type { ComponentProps, ReactNode } from 'react'
import { PlainCommand, progressOf } from '../../components/plain-command.tsx'
import { useVillageWords } from '../../text/village-words.ts'
import type { VillageKey } from '../../text/village-zh-cn.ts'

interface VillageCommandProps extends Omit<ComponentProps<typeof PlainCommand>, 'progress'> {
  /** The progress word of this act. */
  readonly busy?: VillageKey
}

/** A command's button on the phone, which says how far it is (U14). */
export function VillageCommand({ busy = 'form.sending', ...button }: VillageCommandProps): ReactNode {
  const words = useVillageWords()
  const progress = progressOf(words, { phase: button.phase, busy: words(busy) })
  return <PlainCommand {...button} progress={progress} />
}
