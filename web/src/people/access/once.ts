/** One key for all the tries of one intention, so that trying again does not do it twice. */
import { useRef } from "react";

import { ulid } from "@/kit/ulid";

export function useOnceKey() {
  const key = useRef(ulid());
  return {
    current: () => key.current,
    renew: () => {
      key.current = ulid();
    },
  };
}
