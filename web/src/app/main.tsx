/** Where the page begins: the choices of this device, the data, the words, and then the screens. */
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { I18nProvider as Locale } from "react-aria-components";
import { createRoot } from "react-dom/client";

import { dress } from "@/ui/preferences";

import { takeBrought } from "./brought";
import { takeInvitation } from "./invited";
import { cache, startData } from "./main-data";
import { router } from "./router";
import "./look.css";

dress();
takeBrought();
takeInvitation();
// Each sentence stands in Japanese where it is said: there is nothing to load.
i18n.loadAndActivate({ locale: "ja", messages: {} });
startData();
// The list of font pieces is long and never urgent: it must not hold up the first drawing.
void import("@/ui/fonts/fonts.css");

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Locale locale="ja-JP">
          <QueryClientProvider client={cache}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Locale>
      </I18nProvider>
    </StrictMode>,
  );
}
