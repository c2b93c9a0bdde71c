/**
 * Every page and its data say in this header for whom they were made: a person's id, or `nobody` for a visitor and for who
 * acts for nobody today. The browser keeps pages by it (app/offline).
 */
export const readerHeader = 'Samenspraak-Reader'
export const nobody = 'nobody'
