// What the pages can do better with a script; all that matters works without. No request, no eval, no inline code.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  // Colours: chosen by the reader, else by the system. Set before anything is painted.
  const kept = (value) => {
    try {
      if (value === undefined) return localStorage.getItem("inforce-theme");
      value === "auto" ? localStorage.removeItem("inforce-theme") : localStorage.setItem("inforce-theme", value);
    } catch {
      // No storage: the choice lasts for this page.
    }
  };
  const paint = (theme) => theme === "light" || theme === "dark" ? (root.dataset.theme = theme) : delete root.dataset.theme;
  paint(kept());

  // The notices that hold at this instant, so that a version comes into force though nobody rebuilt the site.
  const LONGEST = 2 ** 31 - 1;
  const tell = () => {
    const now = Date.now();
    let next = Infinity;
    for (const notice of all("[data-from],[data-until]")) {
      const from = Date.parse(notice.dataset.from || "") || -Infinity;
      const until = Date.parse(notice.dataset.until || "") || Infinity;
      notice.hidden = now < from || until <= now;
      for (const instant of [from, until]) if (instant > now && instant < next) next = instant;
    }
    if (next < Infinity) setTimeout(tell, Math.min(next - now + 500, LONGEST));
  };

  // Contents: closed on narrow screens; the section being read is marked, and goes along to another language.
  const contents = () => {
    const box = document.querySelector(".toc details");
    const links = all(".toc a");
    const wide = matchMedia("(min-width:62rem)");
    const fit = () => { if (box) box.open = wide.matches; };
    fit();
    wide.addEventListener("change", fit);
    const places = all("article section[id], article [id].cl, article :is(h3, h4)[id], .red section[id]");
    const reading = (line) => places.filter((place) =>
      !place.closest("details:not([open])") && place.getBoundingClientRect().top <= line).pop();
    let waiting = false;
    const mark = () => {
      waiting = false;
      const place = reading(scrollY && innerHeight + scrollY + 2 > root.scrollHeight ? innerHeight : innerHeight / 4);
      const section = place ? place.closest("section[id]") : places[0];
      for (const link of links) {
        if (!section || link.hash !== "#" + section.id) { link.removeAttribute("aria-current"); continue; }
        link.setAttribute("aria-current", "location");
        const bar = link.closest(".toc");
        if (bar.scrollHeight > bar.clientHeight) bar.scrollTop = link.offsetTop - bar.clientHeight / 2;
      }
    };
    // Where the reader last stayed a while: the way up to the languages passes all the rest.
    let stayed = null;
    let pause = 0;
    const stay = () => { stayed = reading(48) || stayed; };
    addEventListener("scroll", () => {
      if (links.length && !waiting) { waiting = true; requestAnimationFrame(mark); }
      clearTimeout(pause);
      pause = setTimeout(stay, 700);
    }, { passive: true });
    if (links.length) mark();
    stay();
    for (const link of all(".langs a")) link.addEventListener("click", () => { if (stayed) link.hash = stayed.id; });
    // What an address names may be folded.
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target && target.closest("details:not([open])")) {
      target.closest("details").open = true;
      target.scrollIntoView();
    }
  };

  const theme = () => {
    const choice = document.querySelector(".theme");
    if (!choice) return;
    const now = choice.querySelector(`[value="${kept()}"]`);
    if (now) now.checked = true;
    choice.addEventListener("change", (event) => { kept(event.target.value); paint(event.target.value); });
    choice.hidden = false;
  };

  addEventListener("DOMContentLoaded", () => {
    tell();
    contents();
    theme();
  });
  addEventListener("pageshow", (event) => { if (event.persisted) tell(); });
})();
