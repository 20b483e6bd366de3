(function () {
  "use strict";
  var root = document.documentElement;
  var filter = document.getElementById("filter");
  var count = document.getElementById("count");
  var back = document.getElementById("back");

  function each(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }

  // Language: the page's own words stand in both, one of which shows.
  function speak(lang) {
    root.setAttribute("data-lang", lang);
    root.lang = lang;
    each("[data-zh]", function (node) {
      var words = node.getAttribute("data-" + lang);
      if (node.tagName === "TITLE") { document.title = words; return; }
      node.setAttribute("aria-label", words);
      if (node.placeholder !== undefined) { node.placeholder = words; }
    });
    each("[data-set]", function (button) {
      button.setAttribute("aria-pressed", String(button.getAttribute("data-set") === lang));
    });
    sift();
  }
  each("[data-set]", function (button) {
    button.addEventListener("click", function () { speak(button.getAttribute("data-set")); });
  });

  // Filter: what does not hold every word is hidden. A row that holds nothing in a closed list opens nothing.
  var rows = null;
  function gather() {
    rows = Array.prototype.map.call(document.querySelectorAll(".f"), function (node) {
      return { node: node, words: node.textContent.toLowerCase() };
    });
  }
  function sift() {
    var words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length && !rows) { return; }
    if (!rows) { gather(); }
    var shown = 0;
    rows.forEach(function (row) {
      var hit = words.every(function (word) { return row.words.indexOf(word) >= 0; });
      if (row.node.hidden === hit) { row.node.hidden = !hit; }
      shown += hit ? 1 : 0;
    });
    // A table row whose head spans it keeps its head.
    each("tr.f > [rowspan]", function (cell) {
      if (words.length) { cell.parentNode.hidden = cell.parentNode.hidden && !follows(cell); }
    });
    count.textContent = words.length ? (root.lang === "en" ? shown + " match" : "符合 " + shown + " 项") : "";
  }
  function follows(cell) {
    var row = cell.parentNode;
    for (var left = cell.rowSpan; left > 0 && row; left -= 1, row = row.nextElementSibling) {
      if (!row.hidden) { return true; }
    }
    return false;
  }
  var wait = 0;
  filter.addEventListener("input", function () { clearTimeout(wait); wait = setTimeout(sift, 120); });

  // Links: what they lead to is opened, shown and focused.
  function arrive() {
    var id = decodeURIComponent(location.hash.slice(1));
    var node = id && document.getElementById(id);
    if (!node) { back.hidden = true; return; }
    for (var up = node; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") { up.open = true; }
      if (up.hidden) { up.hidden = false; }
    }
    if (!node.hasAttribute("tabindex")) { node.setAttribute("tabindex", "-1"); }
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: node.closest(".doc, .card") ? "center" : "start" });
    back.hidden = !node.closest("#texts");
  }
  window.addEventListener("hashchange", arrive);
  back.addEventListener("click", function () { history.back(); });
  if (location.hash) { arrive(); }
})();
