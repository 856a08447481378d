/** Loading sigma, and what draws with it: only where the browser has WebGL, since sigma fails without. */

const SIGMA = "/static/vendor/sigma.min.js";

let able;

/** Whether this browser can draw with WebGL at all; tried once, since each try makes a context. */
export function drawable() {
  able ??= Boolean(document.createElement("canvas").getContext("webgl2"));
  return able;
}

/** Have sigma fetched, to be at hand when it is run: it needs scripts that the page runs before. */
export function expect() {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "script", href: SIGMA });
  document.head.append(link);
}

/** The module that draws, once sigma (a classic script) is there. */
export async function renderer() {
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    script.src = SIGMA;
    document.head.append(script);
  });
  return import("./canvas.js");
}
