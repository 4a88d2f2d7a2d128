/** How much may be said of a picture: as the server counts it. */
import { graphemeCount } from "@/kit/graphemes";

export const MOST_DESCRIBED = 200;

export function isShort(about: string): boolean {
  return about.length <= MOST_DESCRIBED || graphemeCount(about) <= MOST_DESCRIBED;
}
