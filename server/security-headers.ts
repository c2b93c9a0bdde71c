import { randomBytes } from 'node:crypto'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'
import type { Env } from './env'
import { isSameOrigin } from './origin'

/** Makes a nonce for the inline scripts of one response. */
export function giveNonce(_request: Request, response: Response, next: NextFunction): void {
  response.locals.cspNonce = randomBytes(16).toString('base64url')
  next()
}

/**
 * What a browser may load and do on our pages: our own files, and the inline scripts that carry the response's nonce.
 * Style attributes are let through, since the interface library places menus with them; style elements are not.
 * In development Vite puts styles in elements and talks over a socket of its own.
 */
export function securityHeaders(env: Pick<Env, 'mode' | 'publicUrl'>): RequestHandler {
  const development = env.mode === 'development'
  const secure = env.publicUrl?.startsWith('https:') ?? false
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'", (_request, response) => `'nonce-${(response as Response).locals.cspNonce}'`],
        'worker-src': ["'self'"],
        'style-src': ["'self'", ...(development ? ["'unsafe-inline'"] : [])],
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': [
          "'self'",
          (request: { headers: { host?: string } }) => socketsOf(request.headers.host),
        ] as never,
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        ...(secure && { 'upgrade-insecure-requests': [] }),
      },
    },
    strictTransportSecurity: secure,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
}

/** Refuses writes that come from a page of another site. */
export function refuseForeignWrites(env: Pick<Env, 'publicUrl'>): RequestHandler {
  return (request, response, next) => {
    const reads = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS'
    if (reads || isSameOrigin(request.headers, env.publicUrl)) next()
    else response.status(403).type('text/plain').send('forbidden: this request came from another site')
  }
}

/** Not every browser counts sockets of the same host under 'self'. */
function socketsOf(host: string | undefined): string {
  return host && /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'"
}
