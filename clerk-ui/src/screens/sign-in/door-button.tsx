import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'

interface DoorButtonProps {
  readonly isBusy: boolean
  readonly busy: TextKey
  readonly children: ReactNode
}

/** The one button of a form of the door, and its progress word (U14). */
export function DoorButton({ isBusy, busy, children }: DoorButtonProps) {
  const words = useWords()
  return (
    <Button type="primary" htmlType="submit" size="large" block aria-disabled={isBusy}>
      {isBusy ? words(busy) : children}
    </Button>
  )
}
