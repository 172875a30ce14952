// Hosts to test: nginx and Caddy with the files of hosting/, and tools/serve.mjs. Each on a free port of loopback.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import { homedir, userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PLACE = "/var/www/meridian"; // as the files of hosting/ have it

// Whoever ends the tests from outside ends the hosts with them.
for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/**
 * Runs a host of `dir` under `base`, which keeps what it writes in `scratch`. Resolves, once it answers, to its origin
 * and a way to stop it.
 */
export async function start(name, { dir, base, scratch }) {
  mkdirSync(scratch, { recursive: true });
  const port = await freePort();
  const { command, args, env } = { nginx, caddy, serve }[name]({ dir: resolve(root, dir), base, scratch, port });
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const kill = () => child.kill();
  process.on("exit", kill);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));

  const ended = once(child, "close").then(([code]) => {
    throw new Error(`${name} ended with ${code}:\n${said}`);
  });
  const closed = ended.catch(() => {}); // `stop` waits for it, and an end that was asked for is no failure
  await Promise.race([answers(port, child), ended]);
  return {
    origin: `http://127.0.0.1:${port}`,
    said: () => said,
    stop: async () => {
      process.off("exit", kill);
      kill();
      await closed;
    },
  };
}

function nginx({ dir, base, scratch, port }) {
  const program = find("nginx");
  const module = ["../lib/nginx/modules", "../lib64/nginx/modules"]
    .map((folder) => join(dirname(realpathSync(program)), folder, "ngx_http_brotli_static_module.so"))
    .find(existsSync);
  if (!module) throw new Error(`Beside ${program} is no brotli module; \`tools/setup.sh test\` installs it.`);

  const site = join(scratch, "site.conf");
  writeFileSync(
    site,
    adapt("hosting/nginx.conf", base, [
      ["listen 80;", `listen 127.0.0.1:${port};`],
      [`alias ${PLACE}/;`, `alias "${dir}/";`],
    ]),
  );
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  // What a distribution's own nginx.conf says, with every path in the scratch folder.
  const main = `load_module "${module}";
${userInfo().uid === 0 ? "user root root;" : ""}
daemon off;
pid "${scratch}/pid";
error_log stderr notice;
events {}
http {
  access_log off;
  sendfile on;
  ${temporary.map((kind) => `${kind}_temp_path "${scratch}/${kind}";`).join("\n  ")}
  include "${site}";
}
`;
  const config = join(scratch, "nginx.conf");
  writeFileSync(config, main);
  return { command: program, args: ["-e", "stderr", "-p", scratch, "-c", config] };
}

function caddy({ dir, base, scratch, port }) {
  const site = adapt("hosting/Caddyfile", base, [
    [":80 {", `:${port} {`],
    [`root * ${PLACE}`, `root * "${dir}"`],
  ]);
  const config = join(scratch, "Caddyfile");
  writeFileSync(config, `{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n${site}`);
  return {
    command: find("caddy"),
    args: ["run", "--adapter", "caddyfile", "--config", config],
    env: { HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch },
  };
}

function serve({ dir, base, port }) {
  const args = ["tools/serve.mjs", dir, "--port", String(port), "--base", base, "--brotli"];
  return { command: process.execPath, args };
}

/** A file of hosting/ as its own comments say to change it. */
function adapt(path, base, changes) {
  let text = readFileSync(join(root, path), "utf8");
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2) throw new Error(`${path} has not exactly one «${from}»`);
    text = text.replace(from, to);
  }
  if (base === "/") return text;
  const there = (line) => line.replaceAll("/a/b", base.slice(0, -1));
  return text
    .replaceAll(/(?<=^\s*)# under a path, in place of the next line: (.*)\n.*$/gm, (_, line) => there(line))
    .replaceAll(/(?<=^\s*)# under a path, too[^:]*: (.*)$/gm, (_, line) => there(line));
}

/** A program among our tools, on PATH, or where Debian has servers. */
function find(name) {
  const { MERIDIAN_TOOLS, XDG_CACHE_HOME = join(homedir(), ".cache"), PATH } = process.env;
  const tools = MERIDIAN_TOOLS ?? join(XDG_CACHE_HOME, "meridian-tools"); // as tools/env.sh has it
  const folders = [join(tools, "bin"), ...PATH.split(":"), "/usr/sbin"];
  const found = folders.map((folder) => join(folder, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error(`${name} is missing; \`tools/setup.sh test\` installs it.`);
  return found;
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

/** Resolves once the port takes a connection, or the program has ended. */
async function answers(port, child) {
  while (child.exitCode === null && child.signalCode === null) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return;
    } catch {
      // Nobody listens yet.
    } finally {
      socket.destroy();
    }
  }
}
