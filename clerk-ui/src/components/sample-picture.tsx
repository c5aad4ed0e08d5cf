import { useState } from 'react'
import './paper-sample.css'

interface SamplePictureProps {
  readonly address: string
  /** What it shows; of a file, what opens it. */
  readonly name: string
}

/** A sample of a form or a result; one that is no picture is opened as the file that it is (P42). */
export function SamplePicture({ address, name }: SamplePictureProps) {
  const [isFile, setFile] = useState(false)
  if (isFile)
    return (
      <a href={address} target="_blank" rel="noopener">
        {name}
      </a>
    )
  return <img className="sample" src={address} alt={name} loading="lazy" onError={() => setFile(true)} />
}
