import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

export interface PressProps {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly look?: 'main' | 'second' | 'plain' | 'tile' | 'row'
  readonly testId?: string
  /** Its command is on its way: it keeps the focus, is `aria-disabled` and takes no press (U14). */
  readonly isBusy?: boolean
  readonly isOff?: boolean
  readonly isOn?: boolean
  readonly label?: string
}

/** A button of the kiosk: at least 20 mm, 3 mm apart (U1). */
export function Press(props: PressProps): ReactNode {
  const { children, onPress, look = 'plain', testId, isBusy = false, isOff = false, isOn, label } = props
  return (
    <Button
      className={`press press-${look}`}
      isDisabled={isOff}
      onPress={() => isBusy || onPress()}
      {...(isBusy ? { 'aria-disabled': true } : {})}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </Button>
  )
}
