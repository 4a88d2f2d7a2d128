/** What is attached to what one writes, and the ways to attach more: whoever may not bring files has none. */
import { lazy, type RefObject, Suspense, useState } from "react";

import type { Me } from "@/generated/wire";

import { nothing, type Place } from "./attached";

// A field is drawn before anybody has a file for it.
const Attaching = lazy(() => import("./Attaching").then((file) => ({ default: file.Attaching })));

export function useAttached(me: Me, place: Place, field: RefObject<HTMLTextAreaElement | null>) {
  const [attached, attach] = useState(nothing);
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  const files = me.capabilities.includes("files.bring") && (
    <Suspense>
      <Attaching {...{ me, place, field, foot }} onFiles={attach} />
    </Suspense>
  );
  // Whoever goes through with Tab meets things in the order in which they stand: what is attached, the field, the clip.
  const ways = files && <div ref={setFoot} className="contents" />;
  return { attached, files, ways };
}
