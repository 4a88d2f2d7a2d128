/** One person is chosen, and with that it is done. */
import type { ComponentProps } from "react";

import { Trouble } from "@/people/access/Trouble";
import { Dialog, DialogBody } from "@/ui/Dialog";

import { PersonPick } from "./PersonPick";

type Picking = ComponentProps<typeof PersonPick>;

interface Props extends Pick<Picking, "me" | "anybody" | "contact" | "onPick"> {
  title: string;
  busy?: boolean;
  error?: Error | null;
  onClose: () => void;
}

export function PersonDialog(props: Props) {
  const { title, me, anybody = false, contact, busy = false, error = null, onPick, onClose } = props;
  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <DialogBody>
        <PersonPick organization={null} {...{ me, anybody, busy, contact, onPick }} />
        <Trouble error={error} contact={contact} />
      </DialogBody>
    </Dialog>
  );
}
