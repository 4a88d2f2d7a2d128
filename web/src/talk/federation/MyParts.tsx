/** In the settings of a member: the rooms of other bodies for which they were named. Of nobody else anything stands here. */
import type { ReactNode } from "react";

import type { Me } from "@/generated/wire";

import { useParts } from "./federation";
import { PartList } from "./PartsScreen";

interface Props {
  me: Me;
  /** The part of the settings in which they stand. */
  children: (parts: ReactNode) => ReactNode;
}

export function MyParts({ me, children }: Props) {
  const first = useParts().data?.pages[0];
  if (!first || first.parts.length === 0) return null;
  return children(<PartList me={me} />);
}
