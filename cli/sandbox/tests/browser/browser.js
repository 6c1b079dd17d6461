// Chromium, and a merchant for it to look at.

const { execFile } = require('node:child_process');
const { once } = require('node:events');
const { mkdirSync } = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { promisify } = require('node:util');
const { chromium } = require('playwright-core');

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

const programs = path.join(process.env.CARGO_TARGET_DIR ?? 'target', 'debug');

// Starts Chromium with an empty profile, and without the proxy of the sandbox.
exports.launch = () => {
  const { HTTPS_PROXY, ...env } = process.env;
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS, env });
};

// Opens a page that must cause no error and no violation of its policy. A failed test shows them.
exports.open = async (browser, url, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en', ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) page.errors.push(message.text());
  });
  await page.goto(url);
  return page;
};

// Saves a picture of the page in the folder SCREENSHOTS, if that is set.
exports.picture = async (page, name) => {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
};

exports.program = (name) => path.join(programs, name);

// Calls an operation by the command `wechatpay`, as the merchant of the environment. Without the check of the rules,
// because WeChat Pay itself cannot reach a server on this machine.
exports.call = async (method, target, body) => {
  const data = body ? ['-d', JSON.stringify(body)] : [];
  const { stdout } = await promisify(execFile)(
    exports.program('wechatpay'), ['call', method, target, ...data, '--no-check', '--yes', '--output', 'json'],
  );
  return stdout ? JSON.parse(stdout).body : undefined;
};

// A server of the merchant that replies to notifications with these statuses in turn, the last one always.
exports.receiver = async (...statuses) => {
  const server = http.createServer((request, response) => {
    request.resume();
    response.writeHead(statuses.length > 1 ? statuses.shift() : statuses[0]);
    response.end('{"code":"FAIL","message":"the shop is closed"}'.repeat(response.statusCode >= 400));
  });
  // A failed test leaves the server open.
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${server.address().port}/notify`, close: () => server.close() };
};
