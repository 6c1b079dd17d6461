// The example `cashier` in Chromium, against the sandbox.
//
// Usage: node cashier.js sandbox.json

const assert = require('node:assert/strict');
const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { readFileSync } = require('node:fs');
const { createInterface } = require('node:readline');
const { after, before, test } = require('node:test');
const { launch, open, picture, program } = require('./browser');

const sandbox = JSON.parse(readFileSync(process.argv[2]));

let browser;
let cashier;
let url;

before(async () => {
  browser = await launch();
  cashier = spawn(program('cashier'), { env: { ...process.env, CASHIER_ADDRESS: '127.0.0.1:0' } });
  cashier.stderr.pipe(process.stderr);
  [url] = await once(createInterface({ input: cashier.stdout }), 'line');
});

after(async () => {
  cashier.kill();
  await browser.close();
});

// Takes an amount, and opens the page on which the user pays.
const charge = async (page, amount) => {
  await page.goto(url);
  await page.getByLabel('Amount in yuan').fill(amount);
  await page.getByRole('button', { name: 'Charge' }).click();
  await page.locator('.code svg').waitFor();
  const link = page.getByRole('link', { name: 'Pay in the sandbox' });
  return open(browser, await link.getAttribute('href'));
};

const refundsOf = async (order) => {
  const page = await open(browser, `${sandbox.http}/orders/1900000109/${order}`);
  const count = await page.locator('#refunds tr').count();
  await page.close();
  return count;
};

test('the cashier shows a payment and its refund as soon as they are notified', async () => {
  const page = await open(browser, url);
  const payer = await charge(page, '20.50');
  await picture(page, 'cashier-unpaid');
  // A page that is loaded again would forget this.
  await page.evaluate(() => { window.isSamePage = true; });
  assert.equal(await payer.locator('.total').textContent(), '¥20.50');
  await payer.getByRole('button', { name: 'Pay' }).click();
  await page.locator('.status.paid').waitFor();
  assert.equal(await page.evaluate(() => window.isSamePage), true);
  await picture(page, 'cashier-paid');
  await page.getByRole('button', { name: 'Refund' }).click();
  await page.locator('.status.refunded').waitFor();
  await picture(page, 'cashier-refunded');
  assert.equal(await page.getByRole('button').count(), 0);
  assert.deepEqual(page.errors, []);
});

test('a refund that is requested five times at once is made once', async () => {
  const page = await open(browser, url);
  const payer = await charge(page, '0.01');
  await payer.getByRole('button', { name: 'Pay' }).click();
  await page.locator('.status.paid').waitFor();
  const statuses = await page.evaluate(() => Promise.all([1, 2, 3, 4, 5].map(async () => {
    const response = await fetch(`${location.pathname}/refund`, { method: 'POST' });
    return response.status;
  })));
  assert.deepEqual(statuses, [200, 200, 200, 200, 200]);
  await page.locator('.status.refunded').waitFor();
  assert.equal(await refundsOf(new URL(page.url()).pathname.split('/').at(-1)), 1);
});

test('an amount that is none, and a form of another page, are refused', async () => {
  const page = await open(browser, url);
  await page.getByLabel('Amount in yuan').fill('0.001');
  await page.getByRole('button', { name: 'Charge' }).click();
  await page.getByRole('alert').waitFor();
  const headers = { origin: 'https://shop.example', 'content-type': 'application/x-www-form-urlencoded' };
  const foreign = await fetch(url, { method: 'POST', headers, body: 'amount=1' });
  assert.equal(foreign.status, 403);
});
