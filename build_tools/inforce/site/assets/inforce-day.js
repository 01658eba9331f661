// What was in force on a day. Days are texts of the form 2024-03-03, which compare as they are.
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const box = document.querySelector(".asof");
  if (!box) return;
  const input = box.querySelector("input");
  const answers = [...box.querySelectorAll("[role=status] p")];
  const answer = () => {
    const day = input.value;
    for (const p of answers) p.hidden = !day || (p.dataset.first || "") > day || (p.dataset.last || "9999-12-31") < day;
  };
  input.addEventListener("input", answer);
  input.value = new URLSearchParams(location.search).get("on") || "";
  answer();
  box.hidden = false;
});
