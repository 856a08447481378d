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
function address(path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const query = new URLSearchParams(given).toString();
  return query ? `${path}?${query}` : path;
}

/** Get JSON; throws Problem (status 0 where the service itself does not answer), or AbortError. */
export async function get(path, parameters, signal) {
  const answer = await asked(address(path, parameters), { signal, headers: { accept: "application/json" } });
  const body = await answer.json().catch(() => null);
  if (answer.ok && body !== null) return body;
  throw refused(answer, body);
}

/** Write: JSON there, JSON back (null where the answer is empty). What was remembered may be so no more. */
export async function send(method, path, body) {
  const answer = await written(method, path, body);
  remembered.clear();
  return answer.status === 204 ? null : answer.json();
}

/** The same for an answer that is a file: {blob, name}. */
export async function fetchFile(path, body) {
  const answer = await written("POST", path, body);
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "trama";
  return { blob: await answer.blob(), name };
}

async function written(method, path, body) {
  const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const answer = await asked(path, { method, ...json });
  if (!answer.ok) throw refused(answer, await answer.json().catch(() => null));
  return answer;
}

async function asked(where, request) {
  try {
    return await fetch(where, request);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem(0, "Trama does not answer. Is it still running?", 5);
  }
}

/** An answer that is no good as a Problem; where it is for those who are known only, the page gives way to the login. */
function refused(answer, body) {
  if (answer.status === 401) location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search + location.hash)}`);
  const detail = body && typeof body.detail === "string" ? body.detail : `The service answered with ${answer.status}.`;
  return new Problem(answer.status, detail, Number(answer.headers.get("retry-after")) || 5);
}

/** What tries a piece of work: `done` is called after it, and `said`, an element, tells why it failed. */
export function attempting(said, done) {
  return async (work) => {
    try {
      await work();
      done();
    } catch (error) {
      said.textContent = error.message;
    }
  };
}

/** Ask anew for what was remembered. */
export function forget() {
  remembered.clear();
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
