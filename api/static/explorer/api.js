/** Asking the service. Its errors are RFC 9457 problems, whose `detail` is a sentence for people. */

const KEEP = 300;
const remembered = new Map();

export class Problem extends Error {
  constructor(status, detail, retryAfter) {
    super(detail);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The address of a resource; parameters that are empty are left out. */
export function address(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const query = new URLSearchParams(given).toString();
  return query ? `${path}?${query}` : path;
}

/** Get JSON; throws Problem (status 0 where the service itself does not answer), or AbortError. */
export async function get(path, parameters, signal) {
  let answer;
  try {
    answer = await fetch(address(path, parameters), { signal, headers: { accept: "application/json" } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem(0, "Trama does not answer. Is it still running?", 5);
  }
  const body = await answer.json().catch(() => null);
  if (answer.ok && body !== null) return body;
  const detail = body && typeof body.detail === "string" ? body.detail : `The service answered with ${answer.status}.`;
  throw new Problem(answer.status, detail, Number(answer.headers.get("retry-after")) || 5);
}

/** The same, but asked only once: what was answered is kept while the page is open, an error is not. */
export function recall(path, parameters) {
  const key = address(path, parameters);
  if (!remembered.has(key)) {
    if (remembered.size >= KEEP) remembered.delete(remembered.keys().next().value);
    const answer = get(path, parameters);
    answer.catch(() => remembered.delete(key));
    remembered.set(key, answer);
  }
  return remembered.get(key);
}

export const entityPath = (id, rest = "") => `/api/entities/${encodeURIComponent(id)}${rest}`;
export const documentPath = (id) => `/api/documents/${encodeURIComponent(id)}`;
