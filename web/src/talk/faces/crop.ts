/** Which square of a picture becomes a face. Pure. */

export interface Crop {
  /** From 1, where the square is as large as it can be, to 4. */
  zoom: number;
  /** Where its middle lies, from 0 at the left or the top to 1. */
  across: number;
  down: number;
}

export const whole: Crop = { zoom: 1, across: 0.5, down: 0.5 };

interface Size {
  width: number;
  height: number;
}

/** The square in the picture's own pixels; it never reaches beyond the picture. */
export function squareOf({ width, height }: Size, { zoom, across, down }: Crop) {
  const side = Math.min(width, height) / zoom;
  return { side, left: (width - side) * across, top: (height - side) * down };
}
