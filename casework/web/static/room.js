/* Comfort of the session room: a clause goes into the field that was last written in. */
"use strict";

(() => {
  let last = null;
  document.addEventListener("focusin", (event) => {
    if (event.target.matches("textarea")) last = event.target;
  });
  document.querySelectorAll("[data-insert]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const field = last || document.querySelector("textarea[name=statements]");
      if (!field) return;
      const said = document.getElementById(button.dataset.insert).textContent;
      const between = field.value && !field.value.endsWith("\n") ? "\n" : "";
      field.setRangeText(between + said, field.selectionEnd, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    });
  });
})();
