/** What a row is taken by, to be moved by mouse, finger or keys. Inside a row of a list or tree that lets itself be dragged. */
import { useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components";

import { Icon } from "./Icon";

export function Grip({ name }: { name: string }) {
  const { t } = useLingui();
  return (
    <Button
      slot="drag"
      aria-label={t`${name}を動かす`}
      className="grid size-9 shrink-0 cursor-grab place-items-center rounded-8 text-soft hover:bg-line coarse:size-11"
    >
      <Icon name="bars" size={16} />
    </Button>
  );
}
