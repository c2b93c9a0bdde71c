import './file-menu.css'
import { Download } from 'lucide-react'
import { useRef } from 'react'
import { Icon } from './icon'
import { useClosing } from './use-closing'

export interface FileLink {
  href: string
  label: string
  hint?: string
}

/** The same as files. Plain links: they work without JavaScript and leave the page. */
export function FileMenu({ label, files, hint }: { label: string; files: FileLink[]; hint?: string }) {
  const menu = useRef<HTMLDetailsElement>(null)
  useClosing(menu)
  return (
    <details ref={menu} className="file-menu">
      <summary className="button">
        <Icon of={Download} />
        {label}
      </summary>
      <div className="menu">
        {hint && <p className="text-ink-3">{hint}</p>}
        <ul>
          {files.map(file => (
            <li key={file.href}>
              <a className="menu-item" href={file.href} download>
                <span>
                  {file.label}
                  {file.hint && <span className="block text-ink-3">{file.hint}</span>}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
