/** Which faces are pictures. Whoever knows it is told which are shown; until there is an answer they are letters. */
import { useEffect, useSyncExternalStore } from "react";

const ears = new Set<() => void>();

export const pictures = {
  /** All that were shown, and whether they are people's. */
  shown: new Map<string, boolean>(),
  places: new Map<string, string>(),
  onShown: () => {},
  onChanged: (_id: string) => {},
  tell: () => {
    for (const heard of ears) heard();
  },
};

function hear(heard: () => void): () => void {
  ears.add(heard);
  return () => ears.delete(heard);
}

/** Where the picture of this one is, if it has one. */
export function usePicture(id: string, isPerson: boolean): string | undefined {
  useEffect(() => {
    if (pictures.shown.has(id)) return;
    pictures.shown.set(id, isPerson);
    pictures.onShown();
  }, [id, isPerson]);
  return useSyncExternalStore(hear, () => pictures.places.get(id));
}
