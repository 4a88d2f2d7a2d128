/** The address of all, and the frame around everything that one sees when signed in. */
import { createRootRoute, createRoute } from "@tanstack/react-router";

import { Door } from "./Door";
import { NoScreen } from "./NoScreen";
import { Shell } from "./Shell";

export const root = createRootRoute({ component: Door, notFoundComponent: NoScreen });
export const shell = createRoute({ getParentRoute: () => root, id: "shell", component: Shell });
