/** The addresses of 管理: it comes over the wire only for those who open it. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { shell } from "@/app/roots";

const root = createRoute({
  getParentRoute: () => shell,
  path: "/admin",
  component: lazyRouteComponent(() => import("@/app/AdminRoute"), "AdminRoute"),
});
const ofAdmin = { getParentRoute: () => root } as const;
const running = (name: keyof typeof import("./running")) =>
  lazyRouteComponent(() => import("./running"), name);
const safety = (name: keyof typeof import("./SafetyRoute")) =>
  lazyRouteComponent(() => import("./SafetyRoute"), name);
const guests = (name: keyof typeof import("./GuestsRoute")) =>
  lazyRouteComponent(() => import("./GuestsRoute"), name);
const federation = (name: keyof typeof import("./FederationRoute")) =>
  lazyRouteComponent(() => import("./FederationRoute"), name);
const auditing = (name: keyof typeof import("./AuditRoute")) =>
  lazyRouteComponent(() => import("./AuditRoute"), name);
const adminHome = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("@/app/AdminRoute"), "AdminHome"),
});
const adminSlips = createRoute({
  getParentRoute: () => root,
  path: "slips",
  component: lazyRouteComponent(() => import("./SlipsRoute"), "SlipsRoute"),
});
const rosterRoute = () => import("./RosterRoute");
const roster = createRoute({
  getParentRoute: () => root,
  path: "roster",
  component: lazyRouteComponent(rosterRoute, "RosterRoute"),
});
const rosterColumns = createRoute({
  getParentRoute: () => root,
  path: "roster/$draftId",
  component: lazyRouteComponent(rosterRoute, "RosterColumns"),
});
const rosterDifference = createRoute({
  getParentRoute: () => root,
  path: "roster/$draftId/difference",
  component: lazyRouteComponent(rosterRoute, "RosterDifference"),
});
const rosterImported = createRoute({
  getParentRoute: () => root,
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
  getParentRoute: () => root,
  path: "reach",
  component: lazyRouteComponent(() => import("./ReachRoute"), "ReachRoute"),
});
const adminRights = createRoute({
  getParentRoute: () => root,
  path: "rights",
  component: lazyRouteComponent(() => import("./RightsRoute"), "RightsRoute"),
});
const adminUnits = createRoute({
  getParentRoute: () => root,
  path: "units",
  component: lazyRouteComponent(() => import("./UnitsRoute"), "UnitsRoute"),
});
const adminPeople = createRoute({
  getParentRoute: () => root,
  path: "people",
  component: lazyRouteComponent(() => import("./PeopleRoute"), "PeopleRoute"),
});
const adminFields = createRoute({
  getParentRoute: () => root,
  path: "profile-fields",
  component: lazyRouteComponent(() => import("./FieldsRoute"), "FieldsRoute"),
});
const ofUnits = lazyRouteComponent(() => import("./DepartmentAccountsRoute"), "DepartmentAccountsRoute");
const adminOfUnits = createRoute({ ...ofAdmin, path: "department-accounts", component: ofUnits });
const ofPosts = lazyRouteComponent(() => import("./SpecialPostsRoute"), "SpecialPostsRoute");
const adminOfPosts = createRoute({ ...ofAdmin, path: "special-posts", component: ofPosts });
const leaders = lazyRouteComponent(() => import("./LeadersRoute"), "LeadersRoute");
const requests = lazyRouteComponent(() => import("./LeadersRoute"), "RequestsRoute");
const adminRequests = createRoute({ ...ofAdmin, path: "account-requests", component: requests });
const adminLeaders = createRoute({ ...ofAdmin, path: "leaders", component: leaders });
const adminGroups = createRoute({
  getParentRoute: () => root,
  path: "groups",
  component: lazyRouteComponent(() => import("./GroupsRoute"), "GroupsRoute"),
});

const signInRules = createRoute({ ...ofAdmin, path: "sign-in", component: safety("SignInRulesRoute") });
const adminFiles = createRoute({
  ...ofAdmin,
  path: "files",
  component: lazyRouteComponent(() => import("./FilesRoute"), "FilesRoute"),
});
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
/** One line for each section of `sections.ts`. */
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
  adminFiles,
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
  adminOfPosts,
  adminLeaders,
  adminRequests,
  adminRights,
  adminGuests,
  adminGuestRules,
  adminParts,
  adminBodies,
  signInRules,
  corrections,
] as const;

export const admin = root.addChildren(adminSections);
