/** The paper clip, a folder's worth of files, and on touch the camera: the system's own sheet offers what the device has. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type RefObject, useId, useImperativeHandle, useRef } from "react";
import { Button, Tooltip, TooltipTrigger } from "react-aria-components";

import { isMeant } from "@/people/files/dropped";
import { Icon, type IconName } from "@/ui/Icon";
import { usePreferences } from "@/ui/preferences";

interface Props {
  onFiles: (files: File[]) => void;
  /** What may be attached, in words; null while nobody knows. */
  limit: string | null;
  /** What names of files may end in; null where all may be chosen. */
  endings: readonly string[] | null;
  /** Opens what the clip opens. */
  choosing: RefObject<() => void>;
}

export function BringButtons({ onFiles, limit, endings, choosing }: Props) {
  const { t } = useLingui();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  useImperativeHandle(choosing, () => () => files.current?.click());
  return (
    <div className="order-4 flex min-w-0 flex-1 flex-wrap items-center self-end pb-2 pl-1.5">
      <Chooser input={files} onFiles={onFiles} how={several(endings)} />
      <Chooser input={folder} onFiles={(found) => onFiles(found.filter(isMeant))} how={ofFolder} />
      <Chooser input={camera} onFiles={onFiles} how={ofCamera} />
      <Way icon="clip" label={t`ファイルを添付`} limit={limit} onPress={() => files.current?.click()} />
      <span className="contents coarse:hidden">
        <Way
          icon="folder"
          label={t`フォルダの中身を添付`}
          limit={limit}
          onPress={() => folder.current?.click()}
        />
      </span>
      <span className="hidden coarse:contents">
        <Way icon="camera" label={t`写真を撮る`} limit={limit} onPress={() => camera.current?.click()} />
      </span>
      {/* Fingers find no tooltip. */}
      <span className="hidden min-w-0 grow basis-[6.5rem] px-1 text-small break-keep wrap-anywhere text-soft coarse:block short:sr-only max-[22rem]:sr-only">
        {limit}
      </span>
    </div>
  );
}

const ofCamera = { accept: "image/*", capture: "environment" } as const;
const ofFolder = { multiple: true, webkitdirectory: "" };

function several(endings: readonly string[] | null) {
  const accept = endings?.map((ending) => `.${ending}`).join(",");
  return { multiple: true, ...(accept && { accept }) };
}

interface ChooserProps {
  input: RefObject<HTMLInputElement | null>;
  onFiles: (files: File[]) => void;
  how: ReturnType<typeof several> | typeof ofFolder | typeof ofCamera;
}

function Chooser({ input, onFiles, how }: ChooserProps) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      {...how}
      onChange={({ target }) => {
        const chosen = [...(target.files ?? [])];
        // The same one can be chosen once more.
        target.value = "";
        if (chosen.length > 0) onFiles(chosen);
      }}
    />
  );
}

interface WayProps {
  icon: IconName;
  label: string;
  limit: string | null;
  onPress: () => void;
}

function Way({ icon, label, limit, onPress }: WayProps) {
  const { simple } = usePreferences();
  const id = useId();
  const size = simple
    ? "min-h-11 min-w-0 grid-cols-[auto_minmax(0,1fr)] gap-1 px-2 text-left"
    : "size-10 shrink-0 coarse:size-11";
  return (
    <TooltipTrigger delay={500}>
      <Button
        onPress={onPress}
        aria-label={label}
        aria-describedby={id}
        className={`grid place-items-center rounded-8 text-firm hover:bg-hovered ${size}`}
      >
        <Icon name={icon} size={22} />
        {simple && <span className="short:sr-only">{label}</span>}
      </Button>
      <span id={id} hidden>
        {limit}
      </span>
      <Tooltip offset={4} className="rounded-6 bg-ink px-2 py-1 text-small text-surface">
        {label}
        {limit && <Trans>（{limit}）</Trans>}
      </Tooltip>
    </TooltipTrigger>
  );
}
