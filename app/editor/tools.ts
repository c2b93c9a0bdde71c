import type { Editor } from '@tiptap/react'
import {
  BetweenHorizontalStart,
  BetweenVerticalStart,
  Bold,
  Italic,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  PanelTop,
  Quote,
  Redo2,
  Table,
  TableColumnsSplit,
  TableRowsSplit,
  Trash2,
  Undo2,
} from 'lucide-react'
import type { editor as catalogue } from '#app/i18n/nl/editor'

export interface Tool {
  name: keyof typeof catalogue.tools
  icon: LucideIcon
  /** as Tiptap writes it; `Mod` is the Command or Control key */
  keys?: string
  /** absent: it does something once, and is never on */
  isOn?: (editor: Editor) => boolean
  isPossible?: (editor: Editor) => boolean
  run: (editor: Editor) => void
}

export const history: Tool[] = [
  {
    name: 'undo',
    icon: Undo2,
    keys: 'Mod-Z',
    isPossible: editor => editor.can().undo(),
    run: editor => editor.chain().focus().undo().run(),
  },
  {
    name: 'redo',
    icon: Redo2,
    keys: 'Mod-Shift-Z',
    isPossible: editor => editor.can().redo(),
    run: editor => editor.chain().focus().redo().run(),
  },
]

export const marks: Tool[] = [
  {
    name: 'bold',
    icon: Bold,
    keys: 'Mod-B',
    isOn: editor => editor.isActive('bold'),
    run: editor => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    icon: Italic,
    keys: 'Mod-I',
    isOn: editor => editor.isActive('italic'),
    run: editor => editor.chain().focus().toggleItalic().run(),
  },
]

export const blocks: Tool[] = [
  {
    name: 'bulletList',
    icon: List,
    keys: 'Mod-Shift-8',
    isOn: editor => editor.isActive('bulletList'),
    run: editor => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    icon: ListOrdered,
    keys: 'Mod-Shift-7',
    isOn: editor => editor.isActive('orderedList'),
    run: editor => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'taskList',
    icon: ListTodo,
    keys: 'Mod-Shift-9',
    isOn: editor => editor.isActive('taskList'),
    run: editor => editor.chain().focus().toggleTaskList().run(),
  },
  {
    name: 'blockquote',
    icon: Quote,
    keys: 'Mod-Shift-B',
    isOn: editor => editor.isActive('blockquote'),
    run: editor => editor.chain().focus().toggleBlockquote().run(),
  },
]

export const insertTable: Tool = {
  name: 'insertTable',
  icon: Table,
  run: editor => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
}

/** Shown while the caret is in a table. */
export const tableTools: Tool[] = [
  {
    name: 'addRowAfter',
    icon: BetweenHorizontalStart,
    run: editor => editor.chain().focus().addRowAfter().run(),
  },
  { name: 'deleteRow', icon: TableRowsSplit, run: editor => editor.chain().focus().deleteRow().run() },
  {
    name: 'addColumnAfter',
    icon: BetweenVerticalStart,
    run: editor => editor.chain().focus().addColumnAfter().run(),
  },
  { name: 'deleteColumn', icon: TableColumnsSplit, run: editor => editor.chain().focus().deleteColumn().run() },
  {
    name: 'toggleHeaderRow',
    icon: PanelTop,
    isOn: editor => editor.isActive('tableHeader'),
    run: editor => editor.chain().focus().toggleHeaderRow().run(),
  },
  { name: 'deleteTable', icon: Trash2, run: editor => editor.chain().focus().deleteTable().run() },
]

/** The shortcut as its keys are called on this machine, and as `aria-keyshortcuts` wants it. */
export function shortcut(keys: string): { shown: string; aria: string } {
  const isMac = /mac|iphone|ipad/i.test(navigator.userAgent)
  const parts = keys.split('-')
  const modifier = isMac ? 'Meta' : 'Control'
  const names: Record<string, string> = isMac ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : { Mod: 'Ctrl' }
  return {
    shown: parts.map(part => names[part] ?? part).join(isMac ? '' : '+'),
    aria: parts.map(part => (part === 'Mod' ? modifier : part)).join('+'),
  }
}
