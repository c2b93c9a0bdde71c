import type { ReactElement } from 'react'
import type { Locale } from '#app/i18n/locale'
import { translator } from '#app/i18n/translator'
import { drawPicture } from './draw-picture.server'
import type { PictureFileName } from './picture-names'

/** Answers with a picture as a file, to be kept by whom it was drawn for. */
export const pictureResponse = (locale: Locale, name: PictureFileName, picture: ReactElement) =>
  new Response(drawPicture(locale, picture), {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${translator(locale, 'pictures')(`files.${name}`)}.svg"`,
      'Cache-Control': 'private, no-cache',
    },
  })
