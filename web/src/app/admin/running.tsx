/** The sections of 管理 › 運用, each with what the frame knows of the person and the body. */
import { useKnownScreen } from "@/app/known";
import { Modules } from "@/people/orgs/Modules";
import { HandoverPeriod, NoDepartmentRooms } from "@/talk/departments/HandoverPeriod";
import { KindsOfRooms } from "@/talk/departments/KindsOfRooms";
import { MessageRules } from "@/talk/messages/MessageRules";
import { RoomLabels } from "@/talk/rooms/RoomLabels";
import { RoomLimits } from "@/talk/rooms/RoomLimits";
import { MonthlyUse } from "@/watch/usage/MonthlyUse";

export function ModulesSection() {
  const { me } = useKnownScreen();
  return (
    <Modules contact={me.contact} tenant={me.tenant.name}>
      {!me.switched_off.includes("department_rooms") && <KindsOfRooms contact={me.contact} />}
    </Modules>
  );
}

export function UsageSection() {
  const { me } = useKnownScreen();
  return <MonthlyUse contact={me.contact} />;
}

export function MessagesSection() {
  return <MessageRules contact={useKnownScreen().me.contact} />;
}

export function HandoverSection() {
  const { me } = useKnownScreen();
  if (me.switched_off.includes("department_rooms")) return <NoDepartmentRooms />;
  return <HandoverPeriod contact={me.contact} />;
}

export function LabelsSection() {
  return <RoomLabels contact={useKnownScreen().me.contact} />;
}

export function RoomsSection() {
  return <RoomLimits contact={useKnownScreen().me.contact} />;
}
