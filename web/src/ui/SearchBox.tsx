/** A box for words to look for, with a cross to empty it. Esc empties it too, unless a conversion is open. */
import { useLingui } from "@lingui/react/macro";
import { Button, Input, SearchField } from "react-aria-components";

import { Icon } from "./Icon";

interface Props {
  label: string;
  value: string;
  onChange: (words: string) => void;
  autoFocus?: boolean;
}

export function SearchBox({ label, value, onChange, autoFocus = false }: Props) {
  const { t } = useLingui();
  return (
    <SearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      className="focus-frame group flex min-h-10 items-center gap-2 rounded-8 border border-edge bg-surface px-3 text-soft coarse:min-h-11"
    >
      <Icon name="search" size={18} />
      <Input
        placeholder={label}
        enterKeyHint="search"
        className="min-w-0 grow bg-transparent py-1 text-small text-ink outline-none focus-visible:shadow-none focus-visible:outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      <Button
        aria-label={t`消す`}
        className="grid size-6 shrink-0 place-items-center coarse:-mr-3 coarse:size-11 rounded-full text-soft hover:bg-hovered group-data-empty:hidden"
      >
        <Icon name="close" size={16} />
      </Button>
    </SearchField>
  );
}
