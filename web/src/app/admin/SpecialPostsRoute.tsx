/** 特別職, the section of 管理. */
import { useLingui } from "@lingui/react/macro";

import { useKnownScreen } from "@/app/known";
import { TabTitle } from "@/app/TabTitle";
import { SpecialPostsScreen } from "@/people/accounts/special_posts/SpecialPostsScreen";

export function SpecialPostsRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`特別職`} />
      <SpecialPostsScreen me={me} />
    </>
  );
}
