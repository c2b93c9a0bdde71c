import { readFileSync } from 'node:fs'
import path from 'node:path'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import Validator from 'rdf-validate-shacl'

const shapes = readFileSync(path.join(import.meta.dirname, 'shapes.ttl'), 'utf8')
const validator = new Validator(new Store(new Parser().parse(shapes)) as never)

/** Reads JSON-LD as an RDF library does. @param contexts by address, what stands there */
export async function toNQuads(document: object, contexts: Record<string, object>): Promise<string> {
  const documentLoader = async (url: string) => {
    const context = contexts[url]
    if (!context) throw new Error(`a context that nobody serves: ${url}`)
    return { documentUrl: url, document: context }
  }
  // Safe: a term that the context does not know is an error, not left out in silence.
  const options = { format: 'application/n-quads', documentLoader, safe: true }
  return (await jsonld.toRDF(document as never, options as never)) as unknown as string
}

export const toStore = (nQuads: string) => new Store(new Parser({ format: 'N-Quads' }).parse(nQuads))

/** @returns what the shapes find wrong, a line each */
export async function violations(store: Store): Promise<string[]> {
  const report = await validator.validate(store as never)
  return report.results.map(
    result => `${result.focusNode?.value} ${result.path?.value}: ${result.sourceConstraintComponent?.value}`,
  )
}
