/** The addresses of 管理 › 広域連携, and of the rules for it. */
import { useKnownScreen } from "@/app/known";
import { FederationRules } from "@/people/orgs/FederationRules";
import { PartsScreen } from "@/talk/federation/PartsScreen";

export function Parts() {
  return <PartsScreen me={useKnownScreen().me} />;
}

export function Rules() {
  return <FederationRules contact={useKnownScreen().me.contact} />;
}
