// Runs once the page stands: no page waits for it.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const root = document.documentElement;

  // Colours: those of the system, until the reader chooses.
  const keep = (theme) => {
    try {
      theme === "auto" ? localStorage.removeItem("inforce-theme") : localStorage.setItem("inforce-theme", theme);
    } catch {
      // No storage: the choice lasts for this page.
    }
  };
  const choice = document.querySelector(".theme");
  if (choice) {
    const now = choice.querySelector(`[value="${root.dataset.theme}"]`);
    if (now) now.checked = true;
    choice.addEventListener("change", (event) => {
      const theme = event.target.value;
      keep(theme);
      theme === "auto" ? delete root.dataset.theme : (root.dataset.theme = theme);
    });
    choice.hidden = false;
  }

  // What is being read is marked in the contents, and goes along to another language.
  const links = all(".toc a");
  const places = all(":is(article, .red) section[id], article :is(.cl, h3, h4, h5, h6)[id]");
  const listed = places.filter((place) => links.some((link) => link.hash === "#" + place.id));
  const reading = (line, among = places) => among.filter((place) =>
    !place.closest("details:not([open])") && place.getBoundingClientRect().top <= line).pop();
  let waiting = false;
  const mark = () => {
    waiting = false;
    const line = scrollY && innerHeight + scrollY + 2 > root.scrollHeight ? innerHeight : innerHeight / 4;
    const place = reading(line, listed) || listed[0];
    for (const link of links) {
      if (!place || link.hash !== "#" + place.id) { link.removeAttribute("aria-current"); continue; }
      link.setAttribute("aria-current", "location");
      const bar = link.closest(".toc");
      if (bar.scrollHeight > bar.clientHeight) bar.scrollTop = link.offsetTop - bar.clientHeight / 2;
    }
  };
  // Where the reader last stayed a while: the way up passes the rest.
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
})();
