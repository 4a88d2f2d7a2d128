/** Leaving this page for whoever comes next: nothing that stands on it may ask to stay. */

let left = false;

/** Whether the page is being left so. What asks before something is lost asks no more. */
export const isLeft = () => left;

/** A page that is loaded anew holds nothing of what stood on it. */
export function loadAnew(): void {
  left = true;
  location.reload();
}
