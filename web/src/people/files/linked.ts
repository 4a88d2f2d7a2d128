/** Where a picture is fetched: what was fetched once is not fetched again because its link has been renewed. */
import { useState } from "react";

interface Linked {
  /** It did not come, and there is no other link yet. */
  isBroken: boolean;
  image: { src: string; onLoad: () => void; onError: () => void };
}

/** `onOld` asks for another link, once: that one is followed when it comes. Should it lead nowhere either, the next one
 * is followed that comes by itself. */
export function useLinked(address: string, onOld: () => void): Linked {
  const [used, use] = useState(address);
  const [failed, fail] = useState<string | null>(null);
  const [isAgain, again] = useState(false);
  if (failed === used && used !== address) {
    use(address);
    again(true);
  }
  return {
    isBroken: failed === used,
    image: {
      src: used,
      onLoad: () => again(false),
      onError: () => {
        fail(used);
        if (used === address && !isAgain) onOld();
      },
    },
  };
}
