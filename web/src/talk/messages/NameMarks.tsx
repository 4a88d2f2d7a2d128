/** Behind a field for writing: a chip under each name in its text. The field itself stays a plain one of the system. */
import { type RefObject, useLayoutEffect, useRef } from "react";

interface Props {
  text: string;
  names: readonly { start: number; end: number }[];
  field: RefObject<HTMLTextAreaElement | null>;
  /** The same as the field's, so that the lines break alike. */
  className: string;
}

export function NameMarks({ text, names, field, className }: Props) {
  const under = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with the text its height changes, and what is in sight.
  useLayoutEffect(() => {
    const area = field.current;
    const marks = under.current;
    if (!area || !marks) return;
    const follow = () => {
      marks.style.width = `${area.clientWidth}px`;
      marks.style.height = `${area.clientHeight}px`;
      marks.scrollTop = area.scrollTop;
    };
    follow();
    area.addEventListener("scroll", follow);
    return () => area.removeEventListener("scroll", follow);
  }, [text, names, field]);
  if (names.length === 0) return null;
  return (
    <div
      ref={under}
      aria-hidden="true"
      className={`pointer-events-none absolute top-0 left-0 overflow-hidden whitespace-pre-wrap break-words text-transparent forced-color-adjust-none ${className}`}
    >
      {names.map(({ start, end }, at) => (
        <span key={start}>
          {text.slice(names[at - 1]?.end ?? 0, start)}
          <span className="rounded-4 bg-accent-soft outline-1 outline-accent">{text.slice(start, end)}</span>
        </span>
      ))}
      {text.slice(names.at(-1)?.end ?? 0)}
      {/* A line that is still empty has its height too. */}
      {"\u200b"}
    </div>
  );
}
