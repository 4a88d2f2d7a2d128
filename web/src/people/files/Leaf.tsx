/** One page of a PDF, as a picture on a sheet as wide as the window or as paper lies before one. */
import { Trans } from "@lingui/react/macro";
import { useState } from "react";

import { NotRead } from "@/ui/NotRead";

interface Props {
  address: string;
  /** The one that is probably wanted next: it is fetched when this one is there. */
  next: string | undefined;
  says: string;
  scale: number;
  contact: string;
  /** Its link leads nowhere any more. */
  onOld: () => void;
}

/** Until it is known, as most papers of an office are. */
const A4 = 210 / 297;

export function Leaf({ address, next, says, scale, contact, onOld }: Props) {
  const { src, isLost, lose, again } = useSource(address, onOld);
  const [shape, setShape] = useState<number | null>(null);
  if (isLost) {
    return (
      <NotRead
        title={<Trans>このページを表示できませんでした。通信を確かめて、もう一度読み込んでください。</Trans>}
        contact={contact}
        onAgain={again}
      />
    );
  }
  return (
    <div
      style={{ inlineSize: `calc(min(100cqi, 56rem) * ${scale})`, aspectRatio: shape ?? A4 }}
      className="relative mx-auto bg-surface"
    >
      {shape === null && (
        <p role="status" className="appears-soon absolute inset-x-0 top-8 text-center text-soft">
          <Trans>ページを読み込んでいます</Trans>
        </p>
      )}
      <img
        src={src}
        alt={says}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
          setShape(naturalWidth / naturalHeight)
        }
        onError={lose}
        className={`size-full ${shape === null ? "opacity-0" : ""}`}
      />
      {shape !== null && next && <img src={next} alt="" hidden />}
    </div>
  );
}

/** What was fetched once is not fetched again because its link was renewed. What could not be is tried with the next link,
    which comes by itself after minutes or with the line, or at once when somebody wants it. */
function useSource(address: string, onOld: () => void) {
  const [first] = useState(address);
  const [failed, fail] = useState<readonly string[]>([]);
  const src = failed.includes(first) ? address : first;
  return {
    src,
    isLost: failed.includes(src),
    lose: () => fail([...failed, src]),
    again: () => {
      fail([]);
      onOld();
    },
  };
}
