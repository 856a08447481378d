/** What the first picture needs is asked for before the rest of the page has come: `recall` remembers what was answered. */

import { gather } from "./gather.js";
import { drawable, expect } from "./renderer.js";
import { parse } from "./view.js";

gather(parse(location.hash)).catch(() => {});
if (drawable()) expect();
