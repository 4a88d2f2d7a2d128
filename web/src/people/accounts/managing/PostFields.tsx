/** Where a person serves: one main post and any number of concurrent ones, in one organization or several. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Hall, OrganizationId, UnitId } from "@/generated/wire";
import { unitOptions, useTree } from "@/people/orgs/tree";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { Select } from "@/ui/Select";

import type { PostWish } from "./people";

interface Props {
  posts: PostWish[];
  halls: readonly Hall[];
  onChange: (posts: PostWish[]) => void;
}

export function PostFields({ posts, halls, onChange }: Props) {
  const { t } = useLingui();
  const first = halls[0]?.organization_id;
  const set = (at: number, post: PostWish) =>
    onChange(posts.map((one, place) => (place === at ? post : one)));
  const makeMain = (at: number) => onChange(posts.map((one, place) => ({ ...one, main: place === at })));
  return (
    <fieldset className="grid gap-3">
      <legend className="pb-1 font-bold">
        <Trans>所属</Trans>
      </legend>
      {posts.map((post, place) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: posts have no id of their own before they are saved.
          key={place}
          className="grid gap-2 rounded-8 border border-line p-3"
        >
          <div className="flex items-center gap-2">
            <label className="flex min-h-11 grow items-center gap-2 font-bold">
              <input
                type="radio"
                name="main-post"
                className="size-5 accent-accent"
                checked={post.main}
                onChange={() => makeMain(place)}
              />
              {post.main ? <Trans>本務</Trans> : <Trans>兼務</Trans>}
            </label>
            {!post.main && (
              <IconButton
                icon="trash"
                label={t`この兼務を外す`}
                onPress={() => onChange(posts.filter((_, at) => at !== place))}
              />
            )}
          </div>
          <OnePost post={post} halls={halls} onChange={(next) => set(place, next)} />
        </div>
      ))}
      {first && (
        <div>
          <Button
            small
            icon="plus"
            onPress={() =>
              onChange([...posts, { organization_id: first, unit_id: null, main: posts.length === 0 }])
            }
          >
            <Trans>兼務を加える</Trans>
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface OneProps {
  post: PostWish;
  halls: readonly Hall[];
  onChange: (post: PostWish) => void;
}

function OnePost({ post, halls, onChange }: OneProps) {
  const { t } = useLingui();
  const units = useTree(post.organization_id).data ?? [];
  return (
    <>
      {halls.length > 1 && (
        <Select
          label={t`組織`}
          value={post.organization_id}
          options={halls.map((hall) => ({ value: hall.organization_id, says: hall.name }))}
          // The list holds ids of organizations alone.
          onChange={(hall) => onChange({ ...post, organization_id: hall as OrganizationId, unit_id: null })}
        />
      )}
      <Select
        label={t`部・課・係`}
        value={post.unit_id ?? ""}
        options={[{ value: "", says: t`所属なし（特別職など）` }, ...unitOptions(units)]}
        onChange={(unit) => onChange({ ...post, unit_id: unit ? (unit as UnitId) : null })}
      />
    </>
  );
}
