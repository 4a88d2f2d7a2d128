/** The addresses of the client: every pane has its own, so that reload, bookmark and back work. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";

import { besideIn } from "./besides";
import { Door } from "./Door";
import { NoRoom } from "./NoRoom";
import { NoScreen } from "./NoScreen";
import { NotShown } from "./NotShown";
import { Shell } from "./Shell";
import { TalkRoute } from "./TalkRoute";

const root = createRootRoute({ component: Door, notFoundComponent: NoScreen });
const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });
const toRooms = () => {
  throw redirect({ to: "/rooms" });
};

const index = createRoute({ getParentRoute: () => root, path: "/", beforeLoad: toRooms });
// A one-time link leads here; who is signed in already goes on to the rooms.
const start = createRoute({ getParentRoute: () => root, path: "/start", beforeLoad: toRooms });
// The link of an invitation: the door shows what it holds before anything else.
const invited = createRoute({ getParentRoute: () => root, path: "/invited", component: NoScreen });
const talk = createRoute({
  getParentRoute: () => shell,
  path: "/rooms",
  component: TalkRoute,
  validateSearch: besideIn,
  // Whoever goes from room to room keeps those that stand beside.
  search: { middlewares: [retainSearchParams(["beside"])] },
});
const noRoom = createRoute({ getParentRoute: () => talk, path: "/", component: NoRoom });
// What a room takes is no part of the first weight: it comes while the list is drawn.
const room = createRoute({
  getParentRoute: () => talk,
  path: "$roomId",
  component: lazyRouteComponent(() => import("./RoomRoute"), "RoomRoute"),
});
const openRooms = createRoute({
  getParentRoute: () => talk,
  path: "open",
  component: lazyRouteComponent(() => import("./OpenRoomsRoute"), "OpenRoomsRoute"),
});
const later = createRoute({
  getParentRoute: () => talk,
  path: "later",
  component: lazyRouteComponent(() => import("./LaterRoute"), "LaterRoute"),
});
const favourites = createRoute({
  getParentRoute: () => talk,
  path: "favourites",
  component: lazyRouteComponent(() => import("./FavouritesRoute"), "FavouritesRoute"),
});
const ofTalk = { getParentRoute: () => talk } as const;
const along = (name: keyof typeof import("./FollowedRoute")) =>
  lazyRouteComponent(() => import("./FollowedRoute"), name);
const followed = createRoute({ ...ofTalk, path: "followed", component: along("FollowedRoute") });
const followedOne = createRoute({ ...ofTalk, path: "followed/$followedId", component: along("FollowedOne") });
const back = (name: keyof typeof import("./FormerRoute")) =>
  lazyRouteComponent(() => import("./FormerRoute"), name);
const former = createRoute({ ...ofTalk, path: "former", component: back("FormerRoute") });
const formerRoom = createRoute({ ...ofTalk, path: "former/$formerId", component: back("FormerRoomRoute") });
const members = createRoute({ getParentRoute: () => room, path: "members" });
const pins = createRoute({ getParentRoute: () => room, path: "pins" });
const thread = createRoute({ getParentRoute: () => room, path: "threads/$threadId" });
const answer = createRoute({ getParentRoute: () => room, path: "threads/$threadId/$answerId" });
const message = createRoute({ getParentRoute: () => room, path: "messages/$messageId" });
const people = createRoute({
  getParentRoute: () => shell,
  path: "/people",
  component: lazyRouteComponent(() => import("./PeopleRoute"), "PeopleRoute"),
});
const person = createRoute({ getParentRoute: () => people, path: "$accountId" });
const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  component: lazyRouteComponent(() => import("./Settings"), "Settings"),
});

// 管理 comes over the wire only for those who open it.
const admin = createRoute({
  getParentRoute: () => shell,
  path: "/admin",
  component: lazyRouteComponent(() => import("./AdminRoute"), "AdminRoute"),
});
const ofAdmin = { getParentRoute: () => admin } as const;
const running = (name: keyof typeof import("./admin/running")) =>
  lazyRouteComponent(() => import("./admin/running"), name);
const safety = (name: keyof typeof import("./admin/SafetyRoute")) =>
  lazyRouteComponent(() => import("./admin/SafetyRoute"), name);
const guests = (name: keyof typeof import("./admin/GuestsRoute")) =>
  lazyRouteComponent(() => import("./admin/GuestsRoute"), name);
const federation = (name: keyof typeof import("./admin/FederationRoute")) =>
  lazyRouteComponent(() => import("./admin/FederationRoute"), name);
const auditing = (name: keyof typeof import("./admin/AuditRoute")) =>
  lazyRouteComponent(() => import("./admin/AuditRoute"), name);
const adminHome = createRoute({
  getParentRoute: () => admin,
  path: "/",
  component: lazyRouteComponent(() => import("./AdminRoute"), "AdminHome"),
});
const adminSlips = createRoute({
  getParentRoute: () => admin,
  path: "slips",
  component: lazyRouteComponent(() => import("./admin/SlipsRoute"), "SlipsRoute"),
});
const rosterRoute = () => import("./admin/RosterRoute");
const roster = createRoute({
  getParentRoute: () => admin,
  path: "roster",
  component: lazyRouteComponent(rosterRoute, "RosterRoute"),
});
const rosterColumns = createRoute({
  getParentRoute: () => admin,
  path: "roster/$draftId",
  component: lazyRouteComponent(rosterRoute, "RosterColumns"),
});
const rosterDifference = createRoute({
  getParentRoute: () => admin,
  path: "roster/$draftId/difference",
  component: lazyRouteComponent(rosterRoute, "RosterDifference"),
});
const rosterImported = createRoute({
  getParentRoute: () => admin,
  path: "roster/imports/$importId",
  component: lazyRouteComponent(rosterRoute, "RosterImported"),
});
const adminModules = createRoute({ ...ofAdmin, path: "modules", component: running("ModulesSection") });
const adminMessages = createRoute({ ...ofAdmin, path: "messages", component: running("MessagesSection") });
const adminRooms = createRoute({ ...ofAdmin, path: "rooms", component: running("RoomsSection") });
const adminHandover = createRoute({ ...ofAdmin, path: "handover", component: running("HandoverSection") });
const adminLabels = createRoute({ ...ofAdmin, path: "labels", component: running("LabelsSection") });
const adminUsage = createRoute({ ...ofAdmin, path: "usage", component: running("UsageSection") });
const adminAudit = createRoute({ ...ofAdmin, path: "audit", component: auditing("AuditRoute") });
const adminAuditTerm = createRoute({ ...ofAdmin, path: "audit-term", component: auditing("AuditTermRoute") });
const adminInspections = createRoute({ ...ofAdmin, path: "inspections", component: auditing("Inspections") });
const inspectionRules = createRoute({ ...ofAdmin, path: "inspection-rules", component: auditing("Rules") });
const adminReach = createRoute({
  getParentRoute: () => admin,
  path: "reach",
  component: lazyRouteComponent(() => import("./admin/ReachRoute"), "ReachRoute"),
});
const adminRights = createRoute({
  getParentRoute: () => admin,
  path: "rights",
  component: lazyRouteComponent(() => import("./admin/RightsRoute"), "RightsRoute"),
});
const adminUnits = createRoute({
  getParentRoute: () => admin,
  path: "units",
  component: lazyRouteComponent(() => import("./admin/UnitsRoute"), "UnitsRoute"),
});
const adminPeople = createRoute({
  getParentRoute: () => admin,
  path: "people",
  component: lazyRouteComponent(() => import("./admin/PeopleRoute"), "PeopleRoute"),
});
const adminFields = createRoute({
  getParentRoute: () => admin,
  path: "profile-fields",
  component: lazyRouteComponent(() => import("./admin/FieldsRoute"), "FieldsRoute"),
});
const ofUnits = lazyRouteComponent(
  () => import("./admin/DepartmentAccountsRoute"),
  "DepartmentAccountsRoute",
);
const adminOfUnits = createRoute({ ...ofAdmin, path: "department-accounts", component: ofUnits });
const leaders = lazyRouteComponent(() => import("./admin/LeadersRoute"), "LeadersRoute");
const adminLeaders = createRoute({ ...ofAdmin, path: "leaders", component: leaders });
const adminGroups = createRoute({
  getParentRoute: () => admin,
  path: "groups",
  component: lazyRouteComponent(() => import("./admin/GroupsRoute"), "GroupsRoute"),
});

const signInRules = createRoute({ ...ofAdmin, path: "sign-in", component: safety("SignInRulesRoute") });
const networkModel = createRoute({ ...ofAdmin, path: "network", component: safety("NetworkRoute") });
const corrections = createRoute({ ...ofAdmin, path: "corrections", component: safety("CorrectionsRoute") });
const adminGuests = createRoute({ ...ofAdmin, path: "guests", component: guests("GuestsRoute") });
const adminGuestRules = createRoute({
  ...ofAdmin,
  path: "guest-rules",
  component: guests("GuestRulesRoute"),
});
const adminParts = createRoute({ ...ofAdmin, path: "federation", component: federation("Parts") });
const adminBodies = createRoute({ ...ofAdmin, path: "federation-rules", component: federation("Rules") });
/** One line for each section of `admin/sections.ts`. */
const adminSections = [
  adminHome,
  adminUnits,
  adminPeople,
  roster,
  rosterColumns,
  rosterDifference,
  rosterImported,
  adminSlips,
  adminModules,
  adminMessages,
  adminRooms,
  adminHandover,
  adminLabels,
  networkModel,
  adminUsage,
  adminAudit,
  adminAuditTerm,
  adminInspections,
  inspectionRules,
  adminReach,
  adminFields,
  adminGroups,
  adminOfUnits,
  adminLeaders,
  adminRights,
  adminGuests,
  adminGuestRules,
  adminParts,
  adminBodies,
  signInRules,
  corrections,
] as const;

export const router = createRouter({
  // The innermost address takes what breaks below it: the frame and the list stay.
  defaultErrorComponent: NotShown,
  routeTree: root.addChildren([
    index,
    start,
    invited,
    shell.addChildren([
      talk.addChildren([
        noRoom,
        openRooms,
        favourites,
        later,
        followed,
        followedOne,
        former,
        formerRoom,
        room.addChildren([members, pins, message, thread, answer]),
      ]),
      people.addChildren([person]),
      settings,
      admin.addChildren(adminSections),
    ]),
  ]),
});
