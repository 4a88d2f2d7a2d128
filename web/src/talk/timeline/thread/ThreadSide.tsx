/** A thread beside its room, over it or instead of it. While it asks something the window may turn: it turns with it afterwards. */
import { type ComponentProps, useState } from "react";

import { Asking } from "@/talk/timeline/actions/Asking";
import { useActing, useNowOf } from "@/talk/timeline/actions/useActing";
import { Side } from "@/talk/timeline/Side";

import { ThreadPane } from "./ThreadPane";

interface Shape {
  isWide: boolean;
  isAlone: boolean;
}

type Props = Omit<ComponentProps<typeof ThreadPane>, "acting"> & Shape;

export function ThreadSide({ isWide, isAlone, ...shown }: Props) {
  const acting = useActing();
  const isAsking = useNowOf(acting, ({ asking }) => asking !== null);
  const shape = useLastWhile(isAsking, { isWide, isAlone });
  return (
    <>
      <Side shown="thread" {...shape} onClose={shown.onClose}>
        <ThreadPane acting={acting} {...shown} />
      </Side>
      <Asking acting={acting} />
    </>
  );
}

/** A drawer that comes now would lie over the question, and take the focus from it. */
function useLastWhile(isHeld: boolean, now: Shape): Shape {
  const [last, setLast] = useState(now);
  const isOld = last.isWide !== now.isWide || last.isAlone !== now.isAlone;
  if (!isHeld && isOld) setLast(now);
  return isHeld ? last : now;
}
