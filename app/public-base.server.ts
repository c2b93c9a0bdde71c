import type { AppContext } from '#server/context'

/** The address under which people reach this installation, without a slash at the end: as configured, else as it was asked for. */
export const publicBase = ({ request, context }: { request: Request; context: Pick<AppContext, 'env'> }): string =>
  context.env.publicUrl ?? new URL(request.url).origin
