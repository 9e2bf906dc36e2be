// Small comforts; every page works without them. No inline script: see the policy in middleware.py.
"use strict";

// Which marks of the text belong to which row, the keys of the check page, and selections as offsets.
function startCheck(check) {
  const rows = () => [...check.querySelectorAll("article.item")];
  const paragraphs = () => [...check.querySelectorAll(".source p")];
  let current = null;

  function show(row, focus) {
    if (!row) return;
    check.querySelectorAll(".now").forEach((one) => one.classList.remove("now"));
    current = row.dataset.row;
    row.classList.add("now");
    if (focus) row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    const marks = check.querySelectorAll(`mark[data-row="${current}"]`);
    marks.forEach((mark) => mark.classList.add("now"));
    if (marks.length) marks[0].scrollIntoView({ block: "center" });
  }

  const byKey = (key) => check.querySelector(`article.item[data-row="${key}"]`);

  function move(step) {
    const all = rows();
    const at = all.findIndex((row) => row.dataset.row === current);
    show(all[Math.max(0, Math.min(all.length - 1, at + step))], true);
  }

  function nextOpen() {
    const all = rows();
    const at = all.findIndex((row) => row.dataset.row === current);
    const open = all.slice(at + 1).find(isOpen) || all.find(isOpen);
    show(open || all[at], true);
  }

  const isOpen = (row) => row.classList.contains("open") && row.getAttribute("aria-busy") !== "true";

  function count() {
    document.getElementById("left").textContent = rows().filter(isOpen).length;
  }

  // Why something did not happen is said where it was tried: the place in a long list is not lost.
  function tell(place, words) {
    place.querySelectorAll(".notice").forEach((one) => one.remove());
    const notice = document.createElement("p");
    notice.className = "notice bad";
    notice.setAttribute("role", "alert");
    notice.textContent = words;
    place.prepend(notice);
    place.removeAttribute("aria-busy");
    if (place.matches("article")) show(place, true);
    count();
  }

  // A selection in the source as offsets of the report's text (code points, as every span).
  function offsetOf(node, offset) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!piece) return null;
    const before = document.createRange();
    before.setStart(piece, 0);
    before.setEnd(node, offset);
    return Number(piece.dataset.start) + [...before.toString()].length;
  }

  const add = document.getElementById("add");
  const words = document.getElementById("add-words");
  let base = 0;

  function setSpan(start, end) {
    add.elements.start.value = start;
    add.elements.end.value = end;
  }

  check.querySelector(".source").addEventListener("mouseup", () => {
    const selection = window.getSelection();
    if (!selection || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const start = offsetOf(range.startContainer, range.startOffset);
    const end = offsetOf(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return;
    base = start;
    words.value = selection.toString();
    setSpan(start, end);
  });

  // By keyboard: the paragraph of the current row is put into the field, Shift and arrows select in it.
  function openAdd() {
    const row = current && byKey(current);
    const start = row ? Number(row.dataset.start) : 0;
    const paragraph = paragraphs().find((one) => Number(one.dataset.end) > start) || paragraphs()[0];
    if (!paragraph) return;
    base = Number(paragraph.dataset.start);
    words.value = paragraph.textContent;
    words.focus();
    // What was missed mostly stands after the row one is at.
    const after = row ? Math.max(0, Number(row.dataset.end) - base) : 0;
    const at = [...words.value].slice(0, after).join("").length;
    words.setSelectionRange(at, at);
  }

  function selected() {
    const all = words.value;
    const start = [...all.slice(0, words.selectionStart)].length;
    const end = [...all.slice(0, words.selectionEnd)].length;
    if (end > start) setSpan(base + start, base + end);
  }
  // Not readonly: such a field shows no caret and takes no Shift and arrows everywhere. Nothing can be typed in.
  check.addEventListener("beforeinput", (event) => {
    if (event.target.matches("textarea[aria-readonly]")) event.preventDefault();
  });
  words.addEventListener("select", selected);
  words.addEventListener("keyup", selected);
  words.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      selected();
      add.requestSubmit();
    }
  });

  check.addEventListener("click", (event) => {
    const row = event.target.closest("article.item");
    if (row) show(row, false);
    const mark = event.target.closest("mark[data-row]");
    if (mark) show(byKey(mark.dataset.row), true);
  });

  check.addEventListener("focusin", (event) => {
    const row = event.target.closest("article.item");
    if (row && row.dataset.row !== current) show(row, false);
  });

  check.addEventListener("keydown", (event) => {
    const cut = event.target.closest("textarea.cut");
    if (cut && event.key === "Enter") {
      event.preventDefault();
      cut.form.elements.at.value = [...cut.value.slice(0, cut.selectionStart)].length;
      cut.form.requestSubmit();
    }
  });

  check.addEventListener("submit", (event) => {
    const cut = event.target.querySelector("textarea.cut");
    if (cut) event.target.elements.at.value = [...cut.value.slice(0, cut.selectionStart)].length;
  }, true);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = current && byKey(current);
    if (event.key === "Escape") {
      if (row) {
        row.querySelectorAll(".slot").forEach((slot) => slot.replaceChildren());
        row.focus();
      }
      return;
    }
    if (event.target.closest("input, select, textarea")) return;
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      move(event.key === "j" ? 1 : -1);
    } else if (event.key === "n") {
      event.preventDefault();
      openAdd();
    } else if ("aexms".includes(event.key)) {
      const button = row && row.querySelector(`[data-key="${event.key}"]`);
      if (!button) return;
      event.preventDefault();
      if (row.getAttribute("aria-busy") === "true") return;
      row.setAttribute("aria-busy", "true");
      button.click();
      // Nobody waits for the server to say yes: the next row is there at once, and a no is told in its row.
      if ("ax".includes(event.key)) {
        nextOpen();
        count();
      }
    }
  });

  document.body.addEventListener("htmx:load", (event) => {
    const row = event.target;
    if (row.matches("form")) {
      const first = row.querySelector("[autofocus]");
      if (first) first.focus();
      if (first && first.select && !first.matches("textarea")) first.select();
      return;
    }
    if (!row.matches("article.item")) return;
    check.querySelectorAll(`mark[data-row="${row.dataset.row}"]`).forEach((mark) => {
      const now = mark.classList.contains("now");
      mark.className = [...row.classList].filter((name) => name !== "item").join(" ");
      mark.classList.toggle("now", now);
    });
    count();
    if (row.matches("[data-focus]")) show(row, true);
    else if (row.dataset.row === current && row.classList.contains("open")) show(row, true);
    else if (row.dataset.row === current) nextOpen();
  });

  const place = (event) => event.detail.elt.closest("article.item") || add;
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status < 400) return;
    event.detail.shouldSwap = false;
    event.detail.isError = false;
    const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    const said = page.querySelector("main") || page.body;
    tell(place({ detail: event.detail.requestConfig }), said.textContent.replace(/\s+/g, " ").trim());
  });
  document.body.addEventListener("htmx:sendError", (event) => tell(place(event), check.dataset.unsent));
  document.body.addEventListener("htmx:afterRequest", (event) => place(event).removeAttribute("aria-busy"));

  // The address names a row, or a place in the text to which a finding of the report's health leads.
  const named = window.location.hash.startsWith("#row-") && byKey(window.location.hash.slice(5));
  const at = new URLSearchParams(window.location.search).get("at");
  const near = at !== null && rows().find((row) => Number(row.dataset.end) > Number(at));
  show(named || near || rows().find(isOpen) || rows()[0], true);
  const spot = at !== null && paragraphs().find((one) => Number(one.dataset.end) > Number(at));
  if (spot) {
    spot.classList.add("notice");
    spot.scrollIntoView({ block: "center" });
  }
}

// One box ticks all boxes of a name.
document.addEventListener("change", (event) => {
  const name = event.target.dataset.all;
  if (!name) return;
  document.querySelectorAll(`input[name="${name}"]`).forEach((box) => { box.checked = event.target.checked; });
});

const check = document.getElementById("check");
if (check) startCheck(check);
