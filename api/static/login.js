/* The view that somebody came for stands behind the #, which no server is told of. */
const next = document.getElementById("next");
next.value += location.hash;

/* Where a link on another site led here, the browser kept the cookie back: they may have logged in long ago. */
if ("again" in document.forms[0].dataset) {
  fetch("/session").then((answer) => answer.ok && location.replace(next.value));
}
