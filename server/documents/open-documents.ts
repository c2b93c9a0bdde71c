import type { Kysely } from 'kysely'
import type { Database } from '#db/schema/index'
import { OpenDocument } from './open-document'

/** The documents that a node remembers, the least recently used forgotten first when they take too much memory. */
export class OpenDocuments {
  private readonly loaded = new Map<string, { document: OpenDocument; size: number }>()
  private readonly loading = new Map<string, Promise<OpenDocument>>()
  private bytes = 0

  /** @param maxBytes what may be remembered in all */
  constructor(
    private readonly db: Kysely<Database>,
    private readonly maxBytes: number,
  ) {}

  /** @returns the document, from memory or from its log; readers that come at the same time share one reading */
  async get(id: string): Promise<OpenDocument> {
    const known = this.loaded.get(id)
    if (known) {
      this.loaded.delete(id)
      this.loaded.set(id, known)
      return known.document
    }
    let reading = this.loading.get(id)
    if (!reading) {
      reading = OpenDocument.load(this.db, id).finally(() => this.loading.delete(id))
      this.loading.set(id, reading)
      const document = await reading
      this.keep(document)
      return document
    }
    return reading
  }

  /** @returns the document if it is remembered */
  peek(id: string): OpenDocument | undefined {
    return this.loaded.get(id)?.document
  }

  /** Counts a document anew after it changed, and forgets others where needed. */
  keep(document: OpenDocument): void {
    this.forget(document.id)
    const { size } = document
    this.loaded.set(document.id, { document, size })
    this.bytes += size
    for (const [id] of this.loaded) {
      if (this.bytes <= this.maxBytes || id === document.id) break
      this.forget(id)
    }
  }

  forget(id: string): void {
    const known = this.loaded.get(id)
    if (!known) return
    this.loaded.delete(id)
    this.bytes -= known.size
  }
}
