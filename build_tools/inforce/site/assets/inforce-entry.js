// The way in: to the reader's language, once.
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const offers = [...document.querySelectorAll(".langs a")];
  const base = (tag) => tag.toLowerCase().split("-")[0];
  for (const wanted of navigator.languages || []) {
    const found = offers.find((a) => a.lang.toLowerCase() === wanted.toLowerCase())
      || offers.find((a) => base(a.lang) === base(wanted));
    if (found) {
      if (found.lang !== document.documentElement.lang) location.replace(found.href + location.hash);
      return;
    }
  }
});
