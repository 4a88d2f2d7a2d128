/** Asks where the pictures of all faces are that are shown, many at once, and again when they are others. */
import type { AccountId, FacesFound, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";
import { Refusal } from "@/platform/refusals";
import { pictures } from "@/ui/pictures";

/** As many of each as the server answers for at once. */
const MOST = 100;
/** Faces come into sight together: their question waits for one another so long. */
const GATHERED = 50;
/** Where nobody answered. */
const AGAIN = 30_000;

let asked = new Set<string>();
let isWaiting = false;
let whose: AccountId | null = null;

/** From now on, on behalf of this person. What another one was shown here is forgotten. */
export function begin(me: AccountId): void {
  if (whose === me) return;
  if (whose !== null) pictures.places.clear();
  whose = me;
  asked = new Set();
  pictures.onShown = wait;
  pictures.onChanged = (id) => {
    if (asked.delete(id)) wait();
  };
  wait();
}

function wait(): void {
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(() => {
    isWaiting = false;
    void askAll();
  }, GATHERED);
}

async function askAll(): Promise<void> {
  const wanted = [...pictures.shown].filter(([id]) => !asked.has(id));
  for (const [id] of wanted) asked.add(id);
  for (let from = 0; from < wanted.length; from += MOST) await ask(wanted.slice(from, from + MOST));
}

async function ask(these: [string, boolean][]): Promise<void> {
  const ids = (people: boolean) => these.flatMap(([id, isPerson]) => (isPerson === people ? [id] : []));
  // The ids of faces are bare words, for they are of people or of rooms.
  const body = { account_ids: ids(true) as AccountId[], room_ids: ids(false) as RoomId[] };
  const me = whose;
  try {
    const { faces, seconds }: FacesFound = await api.post("/api/faces/links", { body });
    if (me !== whose) return;
    for (const [id] of these) {
      const place = faces[id];
      if (place) pictures.places.set(id, place);
      else pictures.places.delete(id);
    }
    pictures.tell();
    setTimeout(() => me === whose && askAnew(these), seconds * 1_000);
  } catch (error) {
    // Whoever has left the seat is shown no faces now; with the next one that is shown it is asked again.
    if (error instanceof Refusal && error.status < 429) for (const [id] of these) asked.delete(id);
    else setTimeout(() => me === whose && askAnew(these), AGAIN);
  }
}

function askAnew(these: [string, boolean][]): void {
  for (const [id] of these) asked.delete(id);
  wait();
}
