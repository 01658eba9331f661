// The page that shows the elements at work: whether what they show is verified, and buttons that copy lines.
(() => {
  "use strict";
  const tell = (event, state) => {
    const part = event.target.closest(".work");
    if (!part) return;
    for (const line of part.querySelectorAll("[data-state]")) line.hidden = line.dataset.state !== state;
    const shown = state === "shown" ? event.detail : event.detail.evidence;
    const way = part.querySelector("[data-state=shown] a");
    if (shown) way.hash = shown.integrity;
    if (shown && !part.previousElementSibling.matches(".work")) {
      const box = document.querySelector(".evidence");
      box.querySelector("pre code").textContent = JSON.stringify(shown, null, 2);
      box.hidden = false;
    }
  };
  for (const state of ["shown", "stale"]) document.addEventListener(`inforce:${state}`, (event) => tell(event, state));

  addEventListener("DOMContentLoaded", () => {
    if (!navigator.clipboard) return;
    for (const box of document.querySelectorAll(".paste")) {
      const button = box.querySelector("button");
      const said = box.querySelector("[role=status]");
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(box.querySelector("code").textContent);
        said.textContent = button.dataset.done;
        setTimeout(() => said.replaceChildren(), 3000);
      });
      button.parentNode.hidden = false;
    }
  });
})();
