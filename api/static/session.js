/* Whose key this page is let in by, and the way out; nothing where nobody is asked for a key. */
const session = await fetch("/session").then((answer) => (answer.ok ? answer.json() : null), () => null);
if (session?.asked) {
  const form = document.createElement("form");
  form.className = "session";
  form.method = "post";
  form.action = "/logout";
  const name = document.createElement("span");
  name.textContent = session.name;
  name.title = session.role;
  const out = document.createElement("button");
  out.textContent = "Log out";
  form.append(name, " ", out);
  document.querySelector("header").append(form);
}
