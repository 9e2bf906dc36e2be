"use strict";
(() => {
  const all = (where, what) => [...where.querySelectorAll(what)];
  const root = document.documentElement, body = document.body;
  const reports = all(document, ".report");
  const shown = () => reports.find((report) => !report.hidden) || reports[0];

  const show = (key, from) => {
    all(document, ".on").forEach((node) => node.classList.remove("on"));
    const report = shown();
    const words = all(report, `.words [data-k~="${key}"]`);
    const row = report.querySelector(`tr[data-k="${key}"]`);
    words.forEach((node) => node.classList.add("on"));
    if (row) row.classList.add("on");
    const narrow = getComputedStyle(document.getElementById("panes")).display !== "none";
    if (narrow) body.classList.toggle("ledger-first", from === "words");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    if (from !== "words" && words[0]) words[0].scrollIntoView({ block: "center", behavior: calm });
    if (from !== "row" && row) {
      if (row.hidden) clear(report);
      row.scrollIntoView({ block: "center", behavior: calm });
      if (from === "words") row.focus({ preventScroll: true });
    }
    const id = row && row.dataset.id;
    if (id) history.replaceState(null, "", "#" + id);
  };

  const filter = (report) => {
    const wanted = Object.fromEntries(all(report, ".filters [name]").map((field) => [field.name, field.value.trim()]));
    const kept = new Set();
    all(report, "tr[data-k]").forEach((row) => {
      const fits = ["table", "role", "part", "period"].every((name) => !wanted[name] || row.dataset[name] === wanted[name]);
      row.hidden = !(fits && (!wanted.text || row.textContent.toLowerCase().includes(wanted.text.toLowerCase())));
      if (!row.hidden) kept.add(row.dataset.k);
    });
    all(report, ".words .e").forEach((node) => node.classList.toggle("dim", !node.dataset.k.split(" ").some((key) => kept.has(key))));
    all(report, "section[data-table]").forEach((section) => {
      section.hidden = wanted.table ? section.dataset.table !== wanted.table : false;
    });
    report.querySelector(".count").textContent = kept.size;
  };
  const clear = (report) => {
    all(report, ".filters [name]").forEach((field) => { field.value = ""; });
    filter(report);
  };

  reports.forEach((report) => {
    report.addEventListener("click", (event) => {
      const word = event.target.closest(".words [data-k]");
      const row = event.target.closest("tr[data-k]");
      if (word && !String(getSelection())) show(word.dataset.k.split(" ")[0], "words");
      if (row && !String(getSelection())) show(row.dataset.k, "row");
    });
    report.addEventListener("keydown", (event) => {
      const row = event.target.closest("tr[data-k]");
      if (!row) return;
      const rows = all(report, "tr[data-k]").filter((other) => other.offsetParent);
      const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
      if (step) {
        const next = rows[rows.indexOf(row) + step];
        if (next) { next.focus(); show(next.dataset.k, "row"); }
        event.preventDefault();
      } else if (event.key === "Enter" || event.key === " ") {
        show(row.dataset.k, "row");
        event.preventDefault();
      }
    });
    all(report, ".filters [name]").forEach((field) => field.addEventListener("input", () => filter(report)));
    report.querySelector(".filters button").addEventListener("click", () => clear(report));
    filter(report);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/INPUT|SELECT/.test(event.target.tagName)) {
      shown().querySelector('.filters [name="text"]').focus();
      event.preventDefault();
    }
    if (event.key === "Escape") clear(shown());
  });

  const picker = document.getElementById("picker");
  if (picker) picker.addEventListener("change", () => {
    reports.forEach((report, number) => { report.hidden = number !== Number(picker.value); });
  });
  document.getElementById("panes").addEventListener("click", (event) => {
    event.currentTarget.setAttribute("aria-pressed", body.classList.toggle("ledger-first"));
  });
  const language = document.getElementById("language");
  const speak = (code) => {
    root.dataset.lang = code;
    root.lang = code === "zh" ? "zh-CN" : "en";
    language.textContent = code === "zh" ? "English" : "中文";
    language.lang = code === "zh" ? "en" : "zh-CN";
    all(document, "option[data-zh]").forEach((option) => { option.textContent = option.dataset[code]; });
    all(document, "[data-label-zh]").forEach((field) => field.setAttribute("aria-label", field.dataset[code === "zh" ? "labelZh" : "labelEn"]));
    all(document, "input[data-zh]").forEach((field) => { field.placeholder = field.dataset[code]; });
  };
  language.addEventListener("click", () => speak(root.dataset.lang === "zh" ? "en" : "zh"));

  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const row = id && all(document, "tr[data-id]").find((other) => other.dataset.id === id);
    if (!row) return;
    const report = row.closest(".report"), number = reports.indexOf(report);
    reports.forEach((other) => { other.hidden = other !== report; });
    if (picker) picker.value = number;
    show(row.dataset.k, "address");
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
