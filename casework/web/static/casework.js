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

/* On a narrow page the head of a stacked table is out of sight: each cell says its own column. */
each("table.labelled", (table) => {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent.trim());
  [...table.tBodies].flatMap((body) => [...body.rows]).forEach((row) => {
    [...row.cells].forEach((cell, place) => { if (heads[place] && cell.tagName === "TD") cell.dataset.label = heads[place]; });
  });
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

/* Numbers are checked when they are typed or pasted, and what follows from them is put into empty fields. */
each("form[data-checks]", (form) => {
  const asked = ["applicant_code", "respondent_code", "right_number"];
  let waiting = 0;
  let last = "";
  function fill(name, value) {
    const field = form.elements[name];
    const untouched = field && (!field.value || (field.tagName === "SELECT" && !field.dataset.touched));
    if (!untouched || field.value === value) return;
    field.value = value;
    field.classList.add("filled");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function show(name, said) {
    const place = form.querySelector(`[data-check="${name}"]`);
    place.textContent = said ? said.text : "";
    place.className = `told-of ${said ? said.sort : ""}`;
    Object.entries(said ? said.fill : {}).forEach(([other, value]) => fill(other, value));
  }
  async function look() {
    const query = new URLSearchParams();
    asked.forEach((name) => { if (form.elements[name].value.trim().length > 4) query.set(name, form.elements[name].value.trim()); });
    query.set("right_kind", form.elements.right_kind.value);
    if (query.toString() === last) return;
    last = query.toString();
    const answer = await fetch(`${form.dataset.checks}?${last}`, { headers: { Accept: "application/json" } });
    if (!answer.ok || query.toString() !== last) return;
    const told = await answer.json();
    asked.forEach((name) => show(name, told[name]));
  }
  form.addEventListener("change", (event) => { event.target.dataset.touched = "1"; });
  form.addEventListener("input", (event) => {
    event.target.classList.remove("filled");
    if (![...asked, "right_kind"].includes(event.target.name)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => look().catch(() => {}), 250);
  });
});

/* What is typed is kept on the server a moment after the last key. */
each("form[data-draft]", (form) => {
  const place = form.querySelector("[data-draft-said]");
  let waiting = 0;
  const sent = new AbortController();
  async function keep() {
    const typed = new FormData(form);
    [...typed.keys()].forEach((name) => { if (typed.get(name) instanceof File) typed.delete(name); });
    const answer = await fetch(form.dataset.draft, { method: "POST", body: typed, signal: sent.signal, headers: { Accept: "application/json" } });
    place.textContent = answer.ok ? (await answer.json()).said : place.dataset.signedOut;
  }
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => keep().catch(() => {}), 1200);
  });
  form.addEventListener("submit", () => { clearTimeout(waiting); sent.abort(); });
});

/* Ticking all files of a list, and how many are ticked. */
each("form[data-ticks]", (form) => {
  const all = form.querySelector("[data-tick-all]");
  const said = form.querySelector("[data-ticked]");
  const ticks = () => [...form.querySelectorAll("tbody [type=checkbox]")];
  const tell = () => {
    const count = new Set(ticks().filter((tick) => tick.checked).map((tick) => tick.value)).size;
    said.textContent = count ? `× ${count}` : said.dataset.ticked;
  };
  all.hidden = false;
  all.addEventListener("change", () => { ticks().forEach((tick) => { tick.checked = all.checked; }); tell(); });
  form.addEventListener("change", tell);
});

/* One more row of a list, at once: the last row copied, emptied and numbered on. Without scripts the button asks the server. */
each("[data-rows]", (list) => {
  const button = list.querySelector("[data-add-row]");
  const most = Number(list.dataset.most || 1000);
  const rows = () => list.querySelectorAll(":scope > [data-row]");
  if (!rows().length) return;
  button.type = "button";
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
