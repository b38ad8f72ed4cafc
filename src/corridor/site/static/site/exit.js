// Leave this page quickly: the page empties at once, and the way back does not lead to it.
// Without it the link leads to the same place.
"use strict";
(() => {
  const link = document.querySelector("[data-exit]");
  if (!link) return;
  const leave = () => {
    document.title = "";
    document.body.replaceChildren();
    location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  // Shift pressed three times within two seconds, and nothing else between.
  let presses = [];
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    presses = [...presses.filter((at) => event.timeStamp - at < 2000), event.timeStamp];
    if (presses.length === 3) leave();
  });
  // The browser may still hold the page as it was left: show it again only when it is asked for.
  addEventListener("pageshow", (event) => {
    if (event.persisted && !document.body.firstChild) location.reload();
  });
})();
