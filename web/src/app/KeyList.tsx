/** Every key that does something here. F1 or Ctrl+/ shows them; a single letter never acts, it would hinder writing. */
import { lazy, Suspense, useEffect, useState } from "react";

import { belongsToConversion } from "@/kit/composing";

const Keys = lazy(() => import("./Keys").then((file) => ({ default: file.Keys })));

export function KeyList() {
  const [shown, show] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const asks = event.key === "F1" || (event.key === "/" && (event.ctrlKey || event.metaKey));
      if (!asks || belongsToConversion(event)) return;
      event.preventDefault();
      show(true);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  return <Suspense>{shown && <Keys onClose={() => show(false)} />}</Suspense>;
}
