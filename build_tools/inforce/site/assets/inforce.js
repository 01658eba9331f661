// What the pages can do better with a script; all that matters works without. No request, no eval, no inline code.
(() => {
  "use strict";
  const root = document.documentElement;

  // The colours that the reader chose, before anything is painted; inforce-reading.js offers the choice.
  try {
    const theme = localStorage.getItem("inforce-theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // No storage: the colours of the system.
  }

  // The notices that hold at this instant, so that a version comes into force though nobody rebuilt the site.
  const LONGEST = 2 ** 31 - 1;
  const tell = () => {
    const now = Date.now();
    let next = Infinity;
    for (const notice of document.querySelectorAll("[data-from],[data-until]")) {
      const from = Date.parse(notice.dataset.from || "") || -Infinity;
      const until = Date.parse(notice.dataset.until || "") || Infinity;
      notice.hidden = now < from || until <= now;
      for (const instant of [from, until]) if (instant > now && instant < next) next = instant;
    }
    if (next < Infinity) setTimeout(tell, Math.min(next - now + 500, LONGEST));
  };

  // Contents: closed on narrow screens.
  const contents = () => {
    const box = document.querySelector(".toc details");
    const wide = matchMedia("(min-width:62rem)");
    const fit = () => { if (box) box.open = wide.matches; };
    fit();
    wide.addEventListener("change", fit);
  };

  addEventListener("DOMContentLoaded", () => {
    tell();
    contents();
  });
  addEventListener("pageshow", (event) => { if (event.persisted) tell(); });
})();
