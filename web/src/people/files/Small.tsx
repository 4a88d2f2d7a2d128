/** The small picture of a file, in whatever box it stands. Whoever shows it says beside it what it is. */
import type { FileId } from "@/generated/wire";

import { useLinked } from "./linked";
import { useRenew } from "./shown";

interface Props {
  file_id: FileId;
  address: string;
  /** All of it is in sight; else it fills its box. */
  isWhole: boolean;
}

export function Small({ file_id, address, isWhole }: Props) {
  const renew = useRenew();
  const { image } = useLinked(address, () => renew(file_id));
  return (
    <img
      {...image}
      alt=""
      draggable={false}
      className={`size-full ${isWhole ? "object-contain" : "object-cover"}`}
    />
  );
}
