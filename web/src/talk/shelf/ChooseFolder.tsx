/** Into which folder a room goes: one of those there are, none, or a new one that is named here. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Form } from "react-aria-components";

import type { Folder, RoomRow } from "@/generated/wire";
import { ulid } from "@/kit/ulid";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";

import { FolderNameField } from "./FolderNameField";
import { makeFolder, putRoom } from "./shelf";

interface Props {
  room: RoomRow;
  folders: Folder[];
  contact: string;
  onClose: () => void;
}

/** Beside the ids of folders, which never look like these. */
const NONE = "none";
const NEW = "new";

export function ChooseFolder({ room, folders, contact, onClose }: Props) {
  const { t } = useLingui();
  const [chosen, choose] = useState<string>(room.folder_id ?? (folders.length > 0 ? NONE : NEW));
  const [name, setName] = useState("");
  const [request_key] = useState(ulid);
  const [wasAsked, asked] = useState(false);
  const saving = useMutation({
    mutationFn: () => {
      if (chosen === NEW) return makeFolder({ request_key, name, rooms: [room.room_id] });
      const folder = folders.find((each) => each.folder_id === chosen);
      return putRoom(room.room_id, folder?.folder_id ?? null);
    },
    onSuccess: onClose,
  });
  const isNameless = chosen === NEW && name.trim() === "";
  const save = (event: FormEvent) => {
    event.preventDefault();
    asked(true);
    if (!isNameless) saving.mutate();
  };
  return (
    <Dialog isOpen title={t`「${room.name}」をフォルダに入れる`} onClose={onClose}>
      <Form validationBehavior="aria" onSubmit={save} className="flex min-h-0 flex-col">
        <DialogBody>
          <Choice
            label={t`入れるフォルダ`}
            value={chosen}
            choices={[
              ...folders.map(({ folder_id, name: says }) => ({ value: folder_id as string, says })),
              { value: NEW, says: <Trans>新しいフォルダ</Trans> },
              { value: NONE, says: <Trans>フォルダに入れない</Trans> },
            ]}
            onChange={choose}
          />
          {chosen === NEW && (
            <FolderNameField
              label={t`新しいフォルダの名前`}
              value={name}
              onChange={setName}
              isMissing={wasAsked && isNameless}
            />
          )}
          <Trouble error={saving.error} contact={contact} />
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>
            <Trans>やめる</Trans>
          </Button>
          <Button type="submit" look="first" isDisabled={saving.isPending}>
            <Trans>入れる</Trans>
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
