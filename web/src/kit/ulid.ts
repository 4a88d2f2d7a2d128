/** Send keys: a ULID for each act, so that the server knows a repetition from a second act (BASE-4). */

const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const TAIL_BITS = 80n;

interface Sources {
  now: () => number;
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;
}

const ofBrowser: Sources = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(bytes),
};

/** A maker of keys. They sort as they were made, also within a millisecond and when the clock is set
 * back; two devices never make the same one but by a chance of 1 in 2⁸⁰ a millisecond. */
export function ulids({ now, random }: Sources = ofBrowser): () => string {
  let time = 0;
  let tail = 0n;

  function fresh(): bigint {
    return random(new Uint8Array(10)).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  }

  return () => {
    const moment = now();
    if (moment > time) {
      time = moment;
      tail = fresh();
    } else {
      tail += 1n;
    }
    if (tail >> TAIL_BITS) {
      time += 1;
      tail = fresh();
    }
    return base32((BigInt(time) << TAIL_BITS) | tail);
  };
}

/** A new key from this page's own maker. */
export const ulid = ulids();

function base32(number: bigint): string {
  let text = "";
  for (let left = number, at = 0; at < 26; at += 1, left >>= 5n) text = letters[Number(left & 31n)] + text;
  return text;
}
