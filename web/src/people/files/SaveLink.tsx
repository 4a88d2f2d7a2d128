/** 保存: a link of the moment. One that was drawn a while ago counts no longer, so that it is asked for when it is pressed. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { FilePart } from "@/generated/wire";
import { Icon } from "@/ui/Icon";

import { useFresh } from "./shown";

interface Props {
  file: FilePart;
  address: string;
}

export function SaveLink({ file, address }: Props) {
  const { t } = useLingui();
  const fresh = useFresh();
  const { words: name } = file;
  return (
    <a
      href={address}
      rel="noreferrer"
      aria-label={t`${name} を保存`}
      onClick={(event) => {
        event.preventDefault();
        // Of one that is no longer there the card says so, and offline the line above.
        void fresh(file.file_id).then(
          (shown) => shown?.whole && save(shown.whole),
          () => {},
        );
      }}
      className="inline-flex min-h-9 items-center gap-1.5 rounded-8 border border-current bg-surface px-3 text-small font-bold text-accent no-underline hover:bg-accent-soft hover:underline coarse:min-h-11"
    >
      <Icon name="save" size={18} />
      <Trans>保存</Trans>
    </a>
  );
}

/** Whatever comes from there is saved and never shown as a page: this one stays. */
function save(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.rel = "noreferrer";
  link.click();
}
