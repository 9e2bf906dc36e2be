// Small comforts; every page works without them. No inline script: see the policy in middleware.py.
"use strict";

// Which marks of the text belong to which row, the keys of the check page, and selections as offsets.
function startCheck(check) {
  const rows = () => [...check.querySelectorAll("article.item")];
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
    const open = all.slice(at + 1).find((row) => row.classList.contains("open"));
    show(open || all[at], true);
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
    const paragraphs = [...check.querySelectorAll(".source p")];
    const paragraph = paragraphs.find((one) => Number(one.dataset.end) > start) || paragraphs[0];
    if (!paragraph) return;
    base = Number(paragraph.dataset.start);
    words.value = paragraph.textContent;
    words.focus();
    words.setSelectionRange(0, 0);
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

  function toggle(button) {
    const form = document.getElementById(button.dataset.open);
    form.hidden = !form.hidden;
    button.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) {
      const first = form.querySelector("textarea, input:not([type=hidden]), select");
      if (first) first.focus();
    }
  }

  check.addEventListener("click", (event) => {
    const button = event.target.closest("[data-open]");
    if (button) toggle(button);
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
    if (event.key === "Escape") {
      const row = current && byKey(current);
      if (row) {
        row.querySelectorAll("form[hidden=''], form.fields, form.stack").forEach((form) => { form.hidden = true; });
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
      const row = current && byKey(current);
      const button = row && row.querySelector(`[data-key="${event.key}"]`);
      if (button) {
        event.preventDefault();
        button.click();
      }
    }
  });

  // After an answer the row is new: the clerk goes on with the next one still open.
  document.body.addEventListener("htmx:load", (event) => {
    const row = event.target;
    if (!row.matches("article.item") || row.dataset.row !== current) return;
    check.querySelectorAll(`mark[data-row="${current}"]`).forEach((mark) => {
      mark.className = [...row.classList].filter((name) => name !== "item").join(" ");
    });
    if (row.classList.contains("open")) show(row, true);
    else nextOpen();
  });
  // A refusal or a conflict is a page of its own: show it.
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status >= 400) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  const wanted = window.location.hash.startsWith("#row-") && byKey(window.location.hash.slice(5));
  show(wanted || rows().find((row) => row.classList.contains("open")) || rows()[0], true);
}

const check = document.getElementById("check");
if (check) startCheck(check);
