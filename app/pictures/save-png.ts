/** Sharp on a screen and in print, as long as a browser can still draw it. */
const SCALE = 2
const LONGEST_SIDE = 16_000
const MOST_PIXELS = 120_000_000

/**
 * Draws a picture file of ours on a canvas, and saves that as a PNG.
 * @throws Error where the file cannot be read, or the browser cannot draw so much
 */
export async function savePng(file: string, name: string): Promise<void> {
  const image = new Image()
  image.src = file
  await image.decode()
  const { naturalWidth: width, naturalHeight: height } = image
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.floor(width * scale)
  canvas.height = Math.floor(height * scale)
  const paper = canvas.getContext('2d')
  if (!paper) throw new Error('no canvas to draw on')
  paper.drawImage(image, 0, 0, canvas.width, canvas.height)
  const drawn = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!drawn) throw new Error('nothing was drawn')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(drawn)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
