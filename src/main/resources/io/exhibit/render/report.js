"use strict";
(function () {
  var nav = document.getElementById("navigation");
  var box = document.createElement("input");
  box.id = "search";
  box.type = "search";
  box.setAttribute("aria-label", "Search in this report");
  box.placeholder = "Search";
  var found = document.createElement("p");
  found.id = "found";
  found.setAttribute("role", "status");
  nav.insertBefore(found, nav.firstChild);
  nav.insertBefore(box, found);
  var all = function (selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  };
  var rows = all("body tbody tr");
  var tables = all("body table");
  var parts = all(".unit, .section, .cover");
  var links = all("#navigation li");
  var words = function (node) {
    return node.textContent.toLowerCase();
  };
  var show = function (node, is) {
    node.classList.toggle("none", !is);
  };
  var filter = function () {
    var wanted = box.value.trim().toLowerCase();
    var none = wanted === "";
    var hits = 0;
    rows.forEach(function (row) {
      var is = none || words(row).indexOf(wanted) !== -1;
      hits += is ? 1 : 0;
      show(row, is);
    });
    tables.forEach(function (table) {
      show(table, none || all("tbody tr:not(.none)", table).length !== 0);
    });
    parts.forEach(function (part) {
      show(part, none || words(part).indexOf(wanted) !== -1);
    });
    links.forEach(function (link) {
      var target = document.getElementById(link.querySelector("a").getAttribute("href").slice(1));
      var part = target === null ? null : target.closest(".unit, .section, .cover");
      show(link, none || words(link).indexOf(wanted) !== -1 || (part === null ? false : !part.classList.contains("none")));
    });
    found.textContent = none ? "" : hits + (hits === 1 ? " row has it" : " rows have it");
  };
  box.addEventListener("input", filter);
})();
