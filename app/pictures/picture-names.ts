/** The pictures of the plan that can be taken along as a file. */
export const pictureNames = ['matrix', 'map', 'timeline', 'board'] as const
export type PictureName = (typeof pictureNames)[number]
/** And those of a record. */
export type PictureFileName = PictureName | 'dependencies' | 'owners' | 'confidence'
