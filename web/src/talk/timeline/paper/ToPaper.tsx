/** A room as it will lie on paper. It comes over the wire when it is asked for: few of those who read a room print it. */
import { type ComponentProps, lazy, Suspense } from "react";

const RoomPaper = lazy(() => import("./RoomPaper").then((file) => ({ default: file.RoomPaper })));

export function ToPaper(props: ComponentProps<typeof RoomPaper>) {
  return (
    <Suspense>
      <RoomPaper {...props} />
    </Suspense>
  );
}
