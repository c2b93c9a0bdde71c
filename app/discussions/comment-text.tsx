import { createElement, Fragment, type ReactNode } from 'react'
import { SectorChip } from '#app/components/sector-chip'
import { type CommentBlock, type CommentRun, readComment } from '#server/discussions/comment-text.shared'
import type { Mention } from '#server/discussions/discussion.shared'

/** What somebody said, with its marks. It is built of elements, never of HTML. */
export function CommentText({ text, mentions = [] }: { text: string; mentions?: Mention[] }) {
  return <div className="comment-text">{inOrder(readComment(text).map(block => blockOf(block, mentions)))}</div>
}

function blockOf(block: CommentBlock, mentions: Mention[]): ReactNode {
  const line = (runs: CommentRun[]) => inOrder(runs.map(run => runOf(run, mentions)))
  if (block.kind === 'list') {
    const items = inOrder(block.items.map(runs => createElement('li', null, line(runs))))
    return block.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  const lines = inOrder(block.lines.flatMap((runs, number) => (number > 0 ? ['\n', line(runs)] : [line(runs)])))
  return block.kind === 'quote' ? <blockquote>{lines}</blockquote> : <p>{lines}</p>
}

/** Parts of a comment have no name of their own but their place. */
const inOrder = (parts: ReactNode[]) => createElement(Fragment, null, ...parts)

function runOf({ text, bold, italic, href, mention }: CommentRun, mentions: Mention[]): ReactNode {
  let shown: ReactNode = text
  if (mention !== undefined) shown = <Called name={text} mention={mentions.find(one => one.label === mention)} />
  if (href) {
    shown = (
      <a href={href} rel="noopener noreferrer nofollow ugc" target="_blank">
        {text}
      </a>
    )
  }
  if (italic) shown = <em>{shown}</em>
  return bold ? <strong>{shown}</strong> : shown
}

/** A name that the group knows stands out; another is only text. */
function Called({ name, mention }: { name: string; mention: Mention | undefined }) {
  if (!mention) return name
  if (mention.kind === 'body' && mention.bodyCode)
    return <SectorChip code={mention.bodyCode} name={mention.name} colour={mention.colour} />
  return (
    <span className="called">
      {name}
      {mention.bodyCode && ` (${mention.bodyCode})`}
    </span>
  )
}
