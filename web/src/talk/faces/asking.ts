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

type These = [string, boolean][];

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

async function ask(these: These): Promise<void> {
  // The ids of faces are bare words, for they are of people or of rooms.
  const account_ids = these.filter(([, isPerson]) => isPerson).map(([id]) => id as AccountId);
  const room_ids = these.filter(([, isPerson]) => !isPerson).map(([id]) => id as RoomId);
  const me = whose;
  const again = () => me === whose && askAnew(these);
  try {
    const { faces, seconds } = await api.post("/api/faces/links", { body: { account_ids, room_ids } });
    if (me === whose) place(these, faces);
    setTimeout(again, seconds * 1_000);
  } catch (error) {
    // Whoever has left the seat is shown no faces now; with the next one that is shown it is asked again.
    if (error instanceof Refusal && error.status < 429) forget(these);
    else setTimeout(again, AGAIN);
  }
}

function place(these: These, faces: FacesFound["faces"]): void {
  for (const [id] of these) {
    const at = faces[id];
    if (at) pictures.places.set(id, at);
    else pictures.places.delete(id);
  }
  pictures.tell();
}

function forget(these: These): void {
  for (const [id] of these) asked.delete(id);
}

function askAnew(these: These): void {
  forget(these);
  wait();
}
