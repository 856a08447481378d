/** From the view to the picture: asks for the network, sifts it, and has it drawn. */

import { forget, Problem, recall } from "./api.js";
import { fill, h } from "./dom.js";
import { forgetEvidence } from "./evidence.js";
import { choosy, facetsOf } from "./facets.js";
import { gather } from "./gather.js";
import { Layout, seed } from "./layout.js";
import { decode, encode } from "./places.js";
import { sift } from "./sieve.js";
import { emptySentence } from "./start.js";

export const NOTHING = { nodes: [], edges: [], links: 0, left: 0, parents: new Map(), reach: new Map(), missing: [] };
export const BLANK = { nodes: [], edges: [], gone: { names: 0, links: 0 } };

export class Scene {
  #state;
  #trail;
  #canvas;
  #layout;
  #word;
  #turn = 0;
  #retry = 0;
  #again = null;
  #unsifted = false;

  /** `canvas` is null in a browser that cannot draw; `word` is the element that says what stands in the way. */
  constructor(state, trail, canvas, word) {
    [this.#state, this.#trail, this.#canvas, this.#word] = [state, trail, canvas, word];
    this.#layout = canvas && new Layout(canvas.graph, (id) => canvas.radius(id));
  }

  /** Ask for the network of the present view; `again` is called too when a failed one is tried once more. */
  async load(again) {
    const { view } = this.#state.value;
    const mine = ++this.#turn;
    clearTimeout(this.#retry);
    this.#again = again;
    this.#unsifted = false;
    document.body.setAttribute("aria-busy", "true");
    try {
      const network = await gather(view);
      if (mine !== this.#turn) return;
      this.#state.set({ network, facets: null });
      await this.#sift();
      if (mine !== this.#turn) return;
      this.#say(await this.#remark(network));
      this.#draw();
    } catch (error) {
      if (mine === this.#turn) this.#failed(error, again);
    } finally {
      if (mine === this.#turn) document.body.removeAttribute("aria-busy");
    }
  }

  /** Ask for the network anew, and `also` for what else is shown: the store was written to. */
  async reload(also = () => {}) {
    forget();
    forgetEvidence();
    also();
    await this.load(() => this.reload(also));
  }

  /** Filter what was asked for. What the links rest on is asked for first, where documents are chosen among. */
  async sift() {
    const { network } = this.#state.value;
    try {
      if (!(await this.#sift())) return;
      if (this.#unsifted) this.#say(await this.#remark(network));
    } catch (error) {
      if (network !== this.#state.value.network) return;
      this.#unsifted = true;
      this.#failed(error, this.#again);
      return;
    }
    this.#unsifted = false;
    this.#canvas?.sift(this.#state.value.picture, this.#state.value.view);
    this.#state.set({ drawn: {} });
  }

  async #sift() {
    const { network, view } = this.#state.value;
    if (choosy(view) || this.wanted) await this.facets();
    if (network !== this.#state.value.network) return false;
    const { view: now, facets } = this.#state.value;
    this.#state.set({ picture: network.nodes.length ? sift(network, now, facets) : BLANK });
    return true;
  }

  /** Whether the page wants to know what the links rest on although no filter asks for it yet. */
  wanted = false;

  /** What the links rest on: asked for once for each network. */
  async facets() {
    const { network, facets } = this.#state.value;
    if (facets || !network.nodes.length) return;
    const found = await facetsOf(network.nodes.map(({ id }) => id));
    if (network === this.#state.value.network) this.#state.set({ facets: found });
  }

  /** Put the nodes where the view's address has them. */
  restore() {
    const { view } = this.#state.value;
    if (!this.#canvas) return;
    const places = decode(view.at, this.#canvas.graph.nodes());
    this.#canvas.pins = new Set(view.pin);
    if (!places) return;
    this.#halt();
    this.#canvas.graph.forEachNode((id, node) => Object.assign(node, places.get(id)));
    this.#canvas.refresh();
  }

  /** The view with the places where the nodes stand now. */
  placed(view) {
    const nodes = this.#canvas.graph.mapNodes((id, { x, y }) => ({ id, x, y }));
    return { ...view, at: encode(nodes) };
  }

  #draw() {
    const canvas = this.#canvas;
    if (!canvas) {
      this.#state.set({ drawn: {} });
      return;
    }
    const { network, picture, view } = this.#state.value;
    this.#halt();
    const ids = network.nodes.map(({ id }) => id);
    const given = decode(view.at, ids);
    const kept = ids.filter((id) => canvas.graph.hasNode(id));
    canvas.hold(kept.length > 0 && !given);
    const places = given ?? seed(canvas.graph, ids, network.parents);
    canvas.roots = new Set(view.show.map(({ id }) => id));
    canvas.pins = new Set(view.pin);
    canvas.show(network, view.scope, places);
    canvas.sift(picture, view);
    this.#state.set({ drawn: {} });
    performance.mark("trama:drawn");
    if (!given) this.#settle(places.size > 0, kept);
  }

  /** Stop the layout, wherever the nodes are. */
  #halt() {
    this.#layout.stop();
    this.#canvas.container.removeAttribute("aria-busy");
  }

  async #settle(moving, kept) {
    if (moving) {
      const { container } = this.#canvas;
      container.setAttribute("aria-busy", "true");
      if (!(await this.#layout.settle(kept))) return;
      container.removeAttribute("aria-busy");
      this.#canvas.refresh();
      if (kept.length) this.#canvas.fit();
    }
    performance.mark("trama:rest");
    this.#trail.amend((now) => this.placed(now));
  }

  #say(content) {
    fill(this.#word, ...(content ?? [])).hidden = !content;
  }

  async #remark({ nodes, missing, left }) {
    if (missing.length)
      return [
        `Not in this store: ${missing.join(", ")}. The address may come from another store, or the document that named it was deleted.`,
      ];
    if (!nodes.length) return [emptySentence(await recall("/api/stats"))];
    return left ? [`${left} more names would be drawn: the picture holds ${nodes.length} at most.`] : null;
  }

  /** The store is away, or the service: say so and try again when it asks to be tried. */
  #failed(error, again) {
    const away = error instanceof Problem && (error.status === 503 || error.status === 0);
    this.#say([
      h("b", {}, away ? "The store is away. " : "The network could not be drawn. "),
      error.message,
      away ? " Trying again by itself. " : " ",
      h("button", { type: "button", on: { click: again } }, "Try now"),
    ]);
    clearTimeout(this.#retry);
    if (away) this.#retry = setTimeout(again, Math.min(error.retryAfter, 30) * 1000);
  }
}
