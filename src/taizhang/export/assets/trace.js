"use strict";
(() => {
  const all = (where, what) => [...where.querySelectorAll(what)];
  all(document, "section").forEach((section) => {
    const buttons = all(section, "button[data-verdict]");
    buttons.forEach((button) => button.addEventListener("click", () => {
      const pressed = button.getAttribute("aria-pressed") !== "true";
      buttons.forEach((other) => other.setAttribute("aria-pressed", other === button && pressed));
      all(section, "li").forEach((card) => { card.hidden = pressed && card.dataset.verdict !== button.dataset.verdict; });
    }));
  });
  const root = document.documentElement, language = document.getElementById("language");
  language.addEventListener("click", () => {
    const english = root.dataset.lang === "zh";
    root.dataset.lang = english ? "en" : "zh";
    root.lang = english ? "en" : "zh-CN";
    language.textContent = english ? "中文" : "English";
    language.lang = english ? "zh-CN" : "en";
  });
})();
