/** The first screen, once it is there: whatever stands below the shell may rely on it. */
import { createContext, useContext } from "react";

import type { Screen } from "@/generated/wire";

const Known = createContext<Screen | null>(null);

export const KnownScreen = Known.Provider;

export function useKnownScreen(): Screen {
  const screen = useContext(Known);
  if (!screen) throw new Error("used outside the shell");
  return screen;
}
