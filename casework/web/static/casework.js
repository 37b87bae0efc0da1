/* Comfort only: every act works without this file. */
"use strict";

function each(selector, act) {
  document.querySelectorAll(selector).forEach(act);
}

/* After a refused form the list of reasons is read first. */
each("[data-focus]", (notice) => notice.focus());

/* Choosing a post acts at once; the button beside it is for pages without scripts. */
each("[data-send-on-change]", (select) => {
  select.addEventListener("change", () => select.form.requestSubmit());
  select.form.querySelectorAll("[data-spare]").forEach((spare) => spare.remove());
});

/* Possible doubles while a dispute is typed. */
each("form[data-doubles]", (form) => {
  const place = document.getElementById("doubles");
  const asked = ["applicant_name", "applicant_code", "respondent_name", "respondent_code", "right_number"];
  let waiting = 0;
  let last = "";
  async function look() {
    const query = new URLSearchParams();
    asked.forEach((name) => {
      const typed = form.elements[name].value.trim();
      if (typed.length > 1) query.append(name, typed);
    });
    if (query.toString() === last) return;
    last = query.toString();
    const answer = await fetch(`${form.dataset.doubles}?${last}`, { headers: { Accept: "text/html" } });
    if (answer.ok && query.toString() === last) place.innerHTML = await answer.text();
  }
  form.addEventListener("input", (event) => {
    if (!asked.includes(event.target.name)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => look().catch(() => {}), 400);
  });
});

/* One more row of a list: the last row copied, emptied and numbered on. */
each("[data-rows]", (list) => {
  const button = list.querySelector("[data-add-row]");
  const most = Number(list.dataset.most || 1000);
  const rows = () => list.querySelectorAll(":scope > [data-row]");
  if (!rows().length) return;
  button.hidden = false;
  document.querySelectorAll(`button[name="add_row"]`).forEach((other) => { other.hidden = true; });
  button.addEventListener("click", () => {
    const all = rows();
    if (all.length >= most) return;
    const old = all[all.length - 1];
    const row = old.cloneNode(true);
    const field = old.querySelector("[name]");
    const found = field.name.slice(list.dataset.rows.length).match(/^-(\d+)/);
    const from = `${list.dataset.rows}-${found[1]}`;
    const to = `${list.dataset.rows}-${Number(found[1]) + 1}`;
    row.querySelectorAll("*").forEach((node) => {
      ["name", "id", "for", "aria-describedby"].forEach((name) => {
        const value = node.getAttribute(name);
        if (value) node.setAttribute(name, value.split(from).join(to));
      });
    });
    row.querySelectorAll("input:not([type=checkbox]):not([type=radio]), textarea").forEach((input) => { input.value = ""; });
    row.querySelectorAll("[type=checkbox], [type=radio]").forEach((input) => { input.checked = false; });
    row.querySelectorAll(".said").forEach((said) => said.remove());
    row.querySelector(".row-number").textContent = String(all.length + 1);
    old.after(row);
    row.querySelector("input, select, textarea").focus();
  });
});

/* The text of an agreement is checked while it is typed; the button "check" does the same without scripts. */
each("[data-text-check]", (place) => {
  const form = place.closest("form");
  let waiting = 0;
  let asked = 0;
  async function check() {
    const mine = ++asked;
    const answer = await fetch(place.dataset.textCheck, { method: "POST", body: new FormData(form), headers: { Accept: "text/html" } });
    if (answer.ok && mine === asked && !place.contains(document.activeElement)) place.innerHTML = await answer.text();
  }
  form.addEventListener("input", (event) => {
    if (place.contains(event.target)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => check().catch(() => {}), 500);
  });
});

/* A demonstration sign-in is filled in by a click on its name. */
each("[data-fill-login]", (name) => {
  name.tabIndex = 0;
  name.setAttribute("role", "button");
  const fill = () => {
    document.getElementById("login").value = name.dataset.fillLogin;
    document.getElementById("password").focus();
  };
  name.addEventListener("click", fill);
  name.addEventListener("keydown", (event) => { if (event.key === "Enter") fill(); });
});
