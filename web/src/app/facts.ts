/** Every fact and every signal of the server with what it does to the page. One without a line here fails the build. */
import type { FactName } from "@/generated/wire";
import { delegateFacts } from "@/people/accounts/delegates/facts";
import { accountFacts } from "@/people/accounts/facts";
import { requestFacts } from "@/people/accounts/requests/facts";
import { slipFacts } from "@/people/accounts/slips/facts";
import { specialPostFacts } from "@/people/accounts/special_posts/facts";
import { fileFacts } from "@/people/files/facts";
import { orgFacts } from "@/people/orgs/facts";
import { preferenceFacts } from "@/people/preferences/facts";
import { presenceSignals } from "@/people/presence/facts";
import { sessionFacts } from "@/people/sessions/facts";
import type { Handlers } from "@/platform/facts";
import type { SignalHandlers } from "@/platform/live";
import { attachmentFacts } from "@/talk/attachments/facts";
import { departmentFacts } from "@/talk/departments/facts";
import { draftFacts } from "@/talk/drafts/facts";
import { faceFacts } from "@/talk/faces/facts";
import { federationFacts } from "@/talk/federation/facts";
import { followingFacts } from "@/talk/following/facts";
import { guestFacts } from "@/talk/guests/facts";
import { laterFacts } from "@/talk/later/facts";
import { mentionFacts } from "@/talk/mentions/facts";
import { messageFacts } from "@/talk/messages/facts";
import { neighbourFacts } from "@/talk/neighbours/facts";
import { pinFacts } from "@/talk/pins/facts";
import { reactionFacts } from "@/talk/reactions/facts";
import { receiptFacts, receiptSignals } from "@/talk/receipts/facts";
import { roomFacts } from "@/talk/rooms/facts";
import { scheduledFacts } from "@/talk/scheduled/facts";
import { shelfFacts } from "@/talk/shelf/facts";
import { bodyFacts, lineFacts } from "@/talk/timeline/facts";
import { keptFacts } from "@/talk/timeline/keptFacts";
import { typingSignals } from "@/talk/typing/facts";
import { watchwordFacts } from "@/talk/watchwords/facts";
import { auditFacts } from "@/watch/audit/facts";
import { inspectionFacts } from "@/watch/audit/inspections/facts";
import { packFacts } from "@/watch/audit/packs/facts";

export const facts: Handlers<FactName> = {
  ...bodyFacts,
  ...orgFacts,
  ...sessionFacts,
  ...accountFacts,
  ...preferenceFacts,
  ...slipFacts,
  ...delegateFacts,
  ...specialPostFacts,
  ...requestFacts,
  ...fileFacts,
  ...roomFacts,
  ...lineFacts,
  ...messageFacts,
  ...attachmentFacts,
  ...faceFacts,
  ...mentionFacts,
  ...watchwordFacts,
  ...followingFacts,
  ...departmentFacts,
  ...federationFacts,
  ...neighbourFacts,
  ...guestFacts,
  ...laterFacts,
  ...reactionFacts,
  ...pinFacts,
  ...receiptFacts,
  ...draftFacts,
  ...shelfFacts,
  ...scheduledFacts,
  ...keptFacts,
  ...auditFacts,
  ...inspectionFacts,
  ...packFacts,
};

export const signals: SignalHandlers = { ...receiptSignals, ...presenceSignals, ...typingSignals };
