import { type AnyExtension, getSchema } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'

/** The root of the Yjs document that holds the text. */
export const TEXT_FIELD = 'default'

/**
 * What a text may consist of: the same for the editor, for the content that the server writes beside a document, and for
 * the seed. Undo is left to Yjs, which undoes one's own edits only.
 */
export const textExtensions: AnyExtension[] = [
  StarterKit.configure({
    undoRedo: false,
    // It would add a paragraph to a text that ends in a list on every screen that opens it.
    trailingNode: false,
    heading: { levels: [2, 3, 4] },
    link: {
      openOnClick: false,
      isAllowedUri: uri => /^(https?:\/\/|mailto:)/i.test(uri),
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null },
    },
  }),
  TaskList,
  TaskItem.configure({ nested: true }),
  TableKit.configure({ table: { resizable: false } }),
]

/** The ProseMirror schema of a text. */
export const textSchema = getSchema(textExtensions)
