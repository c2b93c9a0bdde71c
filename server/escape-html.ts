const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as it may stand in HTML, between elements or in an attribute with double quotes. */
export const escapeHtml = (text: string) => text.replace(/[&<>"]/g, character => entities[character] ?? character)
