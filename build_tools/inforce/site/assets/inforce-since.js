// What has changed since a day or a version: on to the redline with the version in force by the reader's clock, which
// inforce.js has chosen by the time that this runs. Days are texts of the form 2024-03-03, which compare as they are.
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((each) => !each.closest("[hidden]"));
  const go = (link) => location.replace(link.href + location.hash);
  const [way] = shown(".way a");
  if (way) { go(way); return; }
  const box = document.querySelector(".asof[data-zone]");
  if (!box) return;
  const input = box.querySelector("input");
  const answers = [...box.querySelectorAll("[data-say]")];
  const asked = new URLSearchParams(location.search);
  let leads = false;

  const say = (what, line) => {
    for (const p of answers) p.hidden = p.dataset.say !== what;
    if (!line) return;
    const how = line.querySelector(".how");
    const link = how.querySelector(".go");
    if (link && leads) { go(link); return; }
    answers.find((p) => !p.hidden).replaceChildren(...[...how.childNodes].map((node) => node.cloneNode(true)));
  };
  const lines = () => shown(".rows tbody tr");
  const today = () => {
    const part = {};
    const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", { timeZone: box.dataset.zone, year: "numeric", month: "2-digit", day: "2-digit" });
    for (const each of format.formatToParts(Date.now())) part[each.type] = each.value;
    return `${part.year.padStart(4, "0")}-${part.month}-${part.day}`;
  };
  const real = (day) => {
    const at = new Date(`${day}T00:00:00Z`);
    return day.length === 10 && !isNaN(at) && at.toISOString().startsWith(day);
  };

  // Of several versions on one day the one that its morning had: it is the farthest from now.
  const on = (day) => {
    if (!real(day)) return say("wrong");
    if (day > today()) return say("future");
    const those = lines().filter((line) => line.dataset.first <= day && day <= (line.dataset.last || "9999-12-31"));
    const line = those.filter((each) => each.dataset.version).pop() || those.pop();
    return line ? say("told", line) : say("early");
  };
  const from = (version) => {
    const line = lines().find((each) => each.dataset.version && each.dataset.version === version.trim());
    return line ? say("told", line) : say("unknown");
  };

  box.hidden = false;
  input.addEventListener("input", () => input.value ? on(input.value) : say(""));
  leads = true;
  if (asked.has("v")) from(asked.get("v"));
  else if (asked.has("on")) { input.value = asked.get("on"); on(asked.get("on").trim()); }
  leads = false;
  for (const link of document.querySelectorAll(".langs a")) link.search = location.search;
});
