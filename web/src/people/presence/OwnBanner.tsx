/** While I am absent, every screen says so. It costs nothing as long as I am not. */
import { lazy, Suspense } from "react";

import type { Me } from "@/generated/wire";

import { usePresence } from "./presence";

const AbsenceBanner = lazy(() => import("./OwnAbsence").then((file) => ({ default: file.AbsenceBanner })));

export function OwnBanner({ me }: { me: Me }) {
  const presence = usePresence(me.account_id);
  if (!presence?.absence || !me.capabilities.includes("presence.set")) return null;
  return (
    <Suspense>
      <AbsenceBanner {...{ me, presence }} />
    </Suspense>
  );
}
