import type { Child } from 'hono/jsx'
import type { View } from './view.ts'

export type Column = {
  label: string
  /** Digits line up at the end. */
  numeric?: boolean
  /** Column of acts or marks whose heading is only for screen readers. */
  quiet?: boolean
}
/** `key` becomes the row's id, so that a link can lead to it. */
export type Row = { cells: readonly Child[]; key?: string }

/** A table with more rows than this may be taller than its box, which then scrolls. */
const mostRowsInSight = 8

/**
 * A table in its own box; where the box is narrow, each row becomes a card that repeats the headings.
 * WCAG 1.3.1: caption, column and row headers. 1.4.10: the page itself never scrolls sideways, and cards come before
 * scrolling. 2.1.1: a box that scrolls all the same is a named region that takes focus; browsers give boxes that happen
 * to scroll their focus themselves. 2.4.11: rows are scrolled clear of the heading that stays.
 */
export function Table({
  view,
  caption,
  columns,
  rows,
  id,
  rowHeader = 0,
  captionHidden = false,
  empty,
  foot,
  wide = false,
}: {
  view: View
  caption: string
  columns: readonly Column[]
  rows: readonly Row[]
  id?: string
  /** The column that names the row; -1 for none. */
  rowHeader?: number
  /** The caption repeats a heading just above. */
  captionHidden?: boolean
  /** What stands there when there are no rows. */
  empty?: Child
  /** Where the numbers come from, when they were counted. */
  foot?: Child
  /** Wider than any screen: always scrolls sideways and never becomes cards. */
  wide?: boolean
}) {
  const tall = rows.length > mostRowsInSight
  const hidden = captionHidden ? 'visually-hidden' : undefined
  const inside =
    rows.length === 0 ? (
      <div class="table-box">
        <p class={hidden ?? 'table-caption'}>{caption}</p>
        <p class="table-empty">{empty ?? view.t('ui.table.empty')}</p>
      </div>
    ) : (
      <Box name={wide ? view.t('ui.table.scroll', { caption }) : tall ? caption : undefined}>
        <table>
          <caption class={hidden}>{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" class={column.numeric ? 'numeric' : undefined}>
                  {column.quiet ? <span class="visually-hidden">{column.label}</span> : column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr id={row.key}>
                {columns.map((column, index) => (
                  <Cell column={column} header={index === rowHeader}>
                    {row.cells[index]}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    )
  const shape =
    rows.length === 0 ? 'table-none' : wide ? 'table-wide' : columns.length > 4 ? 'table-many' : 'table-few'
  return (
    <div class={`table ${shape}`} id={id}>
      {inside}
      {foot && <p class="table-foot">{foot}</p>}
    </div>
  )
}

function Box({ name, children }: { name: string | undefined; children: Child }) {
  return name ? (
    <section class="table-box" aria-label={name} tabindex={0}>
      {children}
    </section>
  ) : (
    <div class="table-box">{children}</div>
  )
}

function Cell({ column, header, children }: { column: Column; header: boolean; children: Child }) {
  const name = column.numeric ? 'numeric' : undefined
  return header ? (
    <th scope="row" class={name}>
      {children}
    </th>
  ) : (
    <td class={name} data-label={column.quiet ? undefined : column.label}>
      <div class="cell">{children}</div>
    </td>
  )
}
