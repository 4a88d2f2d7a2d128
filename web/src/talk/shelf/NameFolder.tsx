/** A new folder, or another name for one. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Form } from "react-aria-components";

import type { Folder } from "@/generated/wire";
import { ulid } from "@/kit/ulid";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";

import { FolderNameField } from "./FolderNameField";
import { changeFolder, makeFolder } from "./shelf";

interface Props {
  /** Null: a new one. */
  folder: Folder | null;
  contact: string;
  onClose: () => void;
}

export function NameFolder({ folder, contact, onClose }: Props) {
  const { t } = useLingui();
  const [name, setName] = useState(folder?.name ?? "");
  const [request_key] = useState(ulid);
  const [wasAsked, asked] = useState(false);
  const saving = useMutation({
    mutationFn: () =>
      folder ? changeFolder(folder.folder_id, { name }) : makeFolder({ request_key, name, rooms: [] }),
    onSuccess: onClose,
  });
  const isNameless = name.trim() === "";
  const save = (event: FormEvent) => {
    event.preventDefault();
    asked(true);
    if (!isNameless) saving.mutate();
  };
  return (
    <Dialog
      isOpen
      title={folder ? <Trans>フォルダの名前を変える</Trans> : <Trans>フォルダを作る</Trans>}
      onClose={onClose}
    >
      <Form validationBehavior="aria" onSubmit={save} className="flex min-h-0 flex-col">
        <DialogBody>
          <FolderNameField
            autoFocus
            label={t`フォルダの名前`}
            value={name}
            onChange={setName}
            isMissing={wasAsked && isNameless}
          />
          <Trouble error={saving.error} contact={contact} />
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>
            <Trans>やめる</Trans>
          </Button>
          <Button type="submit" look="first" isDisabled={saving.isPending}>
            {folder ? <Trans>保存</Trans> : <Trans>作る</Trans>}
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}
