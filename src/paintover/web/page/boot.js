// Before anything is painted: the look and the language that the person chose, else those of the browser.
(() => {
  const chosen = name => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
  const root = document.documentElement;
  root.dataset.theme = ["light", "dark"].includes(chosen("paintover.theme")) ? chosen("paintover.theme") : "auto";
  const lang = ["zh", "en"].includes(chosen("paintover.lang")) ? chosen("paintover.lang") : navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
  root.lang = lang === "zh" ? "zh-Hans" : "en";
})();
