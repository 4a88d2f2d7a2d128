/** What takes long to draw is drawn once the frame around it has been seen: a press is answered at once, also on an old PC. */
import { type ReactNode, useDeferredValue } from "react";

interface Props {
  /** Of what it is: of another, the frame is seen first again, and nothing of the one before. */
  of: string;
  frame: ReactNode;
  children: ReactNode;
}

export function Soon({ of, frame, children }: Props) {
  const seen = useDeferredValue(of, "");
  return seen === of ? children : frame;
}
