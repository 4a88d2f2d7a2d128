/** The addresses of the client: every pane has its own, so that reload, bookmark and back work. */
import {
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";

import { admin } from "./admin/routes";
import { besideIn } from "./besides";
import { NoRoom } from "./NoRoom";
import { NoScreen } from "./NoScreen";
import { NotShown } from "./NotShown";
import { root, shell } from "./roots";
import { TalkRoute } from "./TalkRoute";

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
const neighbours = createRoute({
  ...ofTalk,
  path: "neighbours",
  component: lazyRouteComponent(() => import("./NeighboursRoute"), "NeighboursRoute"),
});
const former = createRoute({ ...ofTalk, path: "former", component: back("FormerRoute") });
const formerRoom = createRoute({ ...ofTalk, path: "former/$formerId", component: back("FormerRoomRoute") });
const members = createRoute({ getParentRoute: () => room, path: "members" });
const pins = createRoute({ getParentRoute: () => room, path: "pins" });
const gallery = createRoute({ getParentRoute: () => room, path: "gallery" });
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
        neighbours,
        room.addChildren([members, pins, gallery, message, thread, answer]),
      ]),
      people.addChildren([person]),
      settings,
      admin,
    ]),
  ]),
});
