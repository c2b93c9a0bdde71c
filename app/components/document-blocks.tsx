import './document-blocks.css'
import { Fragment } from 'react'
import type { Block, Run, Table } from '#server/exports/document-model.shared'

/** What a document says, as its files say it. @param under the level of the heading that it stands under */
export function DocumentBlocks({ blocks, under = 1 }: { blocks: Block[]; under?: number }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a document is drawn anew as a whole
    <DocumentBlock key={index} block={block} under={under} />
  ))
}

function DocumentBlock({ block, under }: { block: Block; under: number }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, block.level + under)}` as 'h2'
      return <Heading>{block.text}</Heading>
    }
    case 'paragraph': {
      const runs = <Runs runs={block.runs} />
      if (block.look === 'quote') return <blockquote>{runs}</blockquote>
      if (block.look === 'code') return <pre>{runs}</pre>
      return <p className={block.look}>{runs}</p>
    }
    case 'list': {
      const items = block.items.map(({ mark, blocks }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={index}>
          {mark && `${mark} `}
          {blocks.length === 1 && blocks[0]?.kind === 'paragraph' && !blocks[0].look ? (
            <Runs runs={blocks[0].runs} />
          ) : (
            <DocumentBlocks blocks={blocks} under={under} />
          )}
        </li>
      ))
      return block.isNumbered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return <DocumentTable table={block} />
    case 'rule':
      return <hr />
  }
}

function DocumentTable({ table: { title, head, hasRowHeads, rows } }: { table: Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached with the keyboard
    <section className="table-scroll" aria-label={title} tabIndex={0}>
      <table>
        <caption className="sr-only">{title}</caption>
        {head && (
          <thead>
            <tr>
              {head.map(text => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <tr key={index}>
              {row.map((runs, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <Cell key={column} runs={runs} isHead={hasRowHeads && column === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Cell = ({ runs, isHead }: { runs: Run[]; isHead: boolean }) =>
  isHead ? (
    <th scope="row">
      <Runs runs={runs} />
    </th>
  ) : (
    <td>
      <Runs runs={runs} />
    </td>
  )

function Runs({ runs }: { runs: Run[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: as above
  return runs.map((run, index) => <OneRun key={index} run={run} />)
}

function OneRun({ run: { text, bold, italic, strike, underline, href } }: { run: Run }) {
  const lines = text.split('\n')
  let shown = (
    <>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={index}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  )
  if (bold) shown = <strong>{shown}</strong>
  if (italic) shown = <em>{shown}</em>
  if (strike) shown = <s>{shown}</s>
  if (underline) shown = <u>{shown}</u>
  return href && /^(https?:|mailto:)/i.test(href) ? <a href={href}>{shown}</a> : shown
}
