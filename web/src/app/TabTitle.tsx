/** The title of the tab: how many messages wait, where one is, and whose window it is. */
import { useEffect } from "react";

interface Props {
  says?: string;
  waiting?: number;
}

export function TabTitle({ says, waiting = 0 }: Props) {
  useEffect(() => {
    const count = waiting > 0 ? `(${waiting}) ` : "";
    document.title = says ? `${count}${says}｜寄合` : `${count}寄合`;
  }, [says, waiting]);
  return null;
}
