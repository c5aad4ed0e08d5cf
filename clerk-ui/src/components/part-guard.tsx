import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { useWords } from '../text/words.ts'

/** A failing part never blanks the page (U11). */
export class PartGuard extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? (
      <Broken onAgain={() => this.setState({ isBroken: false })} />
    ) : (
      this.props.children
    )
  }
}

function Broken({ onAgain }: { onAgain: () => void }) {
  const words = useWords()
  return (
    <div role="alert" className="card">
      <p>{words('frame.broken')}</p>
      <Button onClick={onAgain}>{words('frame.again')}</Button>
    </div>
  )
}
