import type { LoaderFunctionArgs } from '@remix-run/node'
import { orResponse } from '#app/domain-response.server'
import { requireActor } from '#app/session.server'
import { readEvidenceFile } from '#server/measures/evidence-queries'

/** A file that was kept as evidence, to keep and not to show: what others put there never runs on our pages. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context })
  const asked = { measureId: params.id ?? '', evidenceId: params.evidence ?? '' }
  const { fileName, mediaType, content } = await orResponse(readEvidenceFile(context.db, actor, asked))
  // That browsers do not guess the type is said with every response.
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(content.length),
      'Content-Disposition': `attachment; filename="${plain(fileName)}"; filename*=UTF-8''${encoded(fileName)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-cache',
    },
  })
}

/** For what reads no other names: letters, digits and a few marks. */
const plain = (name: string) => name.replace(/[^\w.() -]/g, '_')

/** As RFC 5987 writes a name in a header. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, mark => `%${mark.charCodeAt(0).toString(16)}`)
