/**
 * Places for those who wait. A browser holds six connections to a host, for all of its tabs together, unless what
 * stands before the server speaks HTTP/2: were all of them waiting for news, nothing else could be asked.
 */
export interface Seat {
  leave(): void;
}

const SEATS = ["yoriai-hearing-1", "yoriai-hearing-2", "yoriai-hearing-3"];

/** One of the places, or null when other tabs have them all. */
export async function takeSeat(): Promise<Seat | null> {
  if (!globalThis.navigator?.locks) return { leave: () => {} };
  for (const name of SEATS) {
    const seat = await taken(name);
    if (seat) return seat;
  }
  return null;
}

function taken(name: string): Promise<Seat | null> {
  return new Promise((resolve) => {
    const sitting = navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock) return new Promise<void>((leave) => resolve({ leave }));
      resolve(null);
      return undefined;
    });
    sitting.catch(() => resolve(null));
  });
}
