/** What a file is, as far as its name tells before anything else is known: pictures have a box of their own from the first moment. */
const PICTURES = /\.(jpe?g|jpe|jfif|png|gif|webp|hei[cf]|hif|bmp|dib|tiff?)$/i;

export function looksLikePicture(name: string): boolean {
  return PICTURES.test(name);
}
