/** Whose papers these are: the frame says so once for all tables below it. Without a holder nothing is printed. */
import { createContext } from "react";

export interface Holder {
  /** The body, at the head of the first page. */
  body: string;
  /** Who prints, at the foot of every page. */
  by: string;
}

export const PaperHolder = createContext<Holder | null>(null);
