/** In the settings: asking one's ITリーダー for accounts of one's unit. Where nobody leads it, nothing stands here. */
import type { ReactNode } from "react";

import type { Me } from "@/generated/wire";

import { Requests } from "./Requests";
import { useRequests } from "./requests";

interface Props {
  me: Me;
  /** The part of the settings in which it stands. */
  children: (requests: ReactNode) => ReactNode;
}

export function OwnRequests({ me, children }: Props) {
  const { data, isError } = useRequests();
  const first = data?.pages[0];
  const hasAny = first && (first.requests.length > 0 || first.units.some((unit) => unit.has_leader));
  return hasAny || (isError && !data) ? children(<Requests me={me} />) : null;
}
