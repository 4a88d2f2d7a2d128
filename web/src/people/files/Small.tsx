/** The small picture of a file, in whatever box it stands. Whoever shows it says beside it what it is. */
import { useState } from "react";

import type { FileId } from "@/generated/wire";

import { useRenew } from "./shown";

interface Props {
  file_id: FileId;
  address: string;
  /** All of it is in sight; else it fills its box. */
  isWhole: boolean;
}

/** What was fetched once is not fetched again because its link has been renewed. */
export function Small({ file_id, address, isWhole }: Props) {
  const renew = useRenew();
  const [used, use] = useState(address);
  return (
    <img
      src={used}
      alt=""
      draggable={false}
      onError={() => {
        if (used === address) renew(file_id);
        else use(address);
      }}
      className={`size-full ${isWhole ? "object-contain" : "object-cover"}`}
    />
  );
}
