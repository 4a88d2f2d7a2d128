/** Which rows of a table are chosen: some of those in sight, or all that there are, the ones not yet loaded too. */

export interface Selection {
  /** All rows that the table speaks of, in sight or not. */
  all: boolean;
  ids: ReadonlySet<string>;
}

export const nothingChosen: Selection = { all: false, ids: new Set() };

export function isChosen(selection: Selection, id: string): boolean {
  return selection.all || selection.ids.has(id);
}

export function toggled(selection: Selection, id: string, loaded: readonly string[]): Selection {
  // Taking one out of all leaves those that one can see: nobody takes away what they have not seen.
  const ids = new Set(selection.all ? loaded : selection.ids);
  if (isChosen(selection, id)) ids.delete(id);
  else ids.add(id);
  return { all: false, ids };
}

/** The box in the heading: all in sight, or none. */
export function toggledAll(selection: Selection, loaded: readonly string[]): Selection {
  const every = selection.all || loaded.every((id) => selection.ids.has(id));
  return every ? nothingChosen : { all: false, ids: new Set(loaded) };
}

export function howMany(selection: Selection, total: number): number {
  return selection.all ? total : selection.ids.size;
}
