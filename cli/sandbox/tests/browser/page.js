// The page of the sandbox in Chromium.
//
// Usage: node page.js sandbox.json

const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const { after, before, test } = require('node:test');
const { call, launch, open, picture, receiver } = require('./browser');

const sandbox = JSON.parse(readFileSync(process.argv[2]));
const { id: mchid } = sandbox.merchants.find(({ role }) => role === 'merchant');
const NATIVE = '/v3/pay/transactions/native';
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const place = (number, total, notifyUrl, description = 'Image形象店-深圳腾大-QQ公仔') => call('POST', NATIVE, {
  appid: 'wxd678efh567hg6787',
  mchid,
  description,
  out_trade_no: number,
  notify_url: notifyUrl,
  amount: { total, currency: 'CNY' },
});

const openPage = (path, options) => open(browser, sandbox.http + path, options);

test('an order is paid in the browser, and shown as paid and notified', async () => {
  const server = await receiver(204);
  const page = await openPage('/');
  await place('PAGE20260101001', 100, server.url);
  // The page shows the new order by itself.
  await page.getByRole('link', { name: 'PAGE20260101001' }).click();
  await page.locator('figure svg').waitFor();
  await picture(page, 'order-unpaid');
  await page.getByRole('link', { name: 'open as the user does' }).click();
  await picture(page, 'payer');
  await page.getByRole('button', { name: 'Pay' }).click();
  await page.locator('#payer .badge.good').waitFor();
  assert.match(page.url(), /\/pay\/wx/);
  await page.getByRole('link', { name: 'PAGE20260101001' }).click();
  await page.locator('#order .badge.good', { hasText: 'paid' }).waitFor();
  const notification = page.locator('#notifications .entry', { hasText: 'TRANSACTION.SUCCESS' });
  await notification.locator('.badge', { hasText: 'delivered' }).waitFor();
  await notification.locator('summary').click();
  await notification.locator('.attempts', { hasText: '204' }).waitFor();
  await picture(page, 'order-paid');
  await page.locator('#transaction summary').click();
  assert.match(await page.locator('#transaction pre').textContent(), /"trade_state": "SUCCESS"/);
  assert.deepEqual(page.errors, []);
  server.close();
});

test('a notification that the server refuses is attempted again, and its attempts are shown', async () => {
  const server = await receiver(500, 204);
  await place('PAGE20260101002', 2050, server.url);
  const page = await openPage(`/orders/${mchid}/PAGE20260101002`);
  await page.getByRole('button', { name: 'Pay' }).click();
  const notification = page.locator('#notifications .entry');
  await notification.locator('.badge', { hasText: 'waiting' }).waitFor();
  await notification.locator('summary').click();
  await notification.locator('.attempts', { hasText: 'the shop is closed' }).waitFor();
  await page.getByRole('button', { name: '15 s' }).click();
  const delivered = page.locator('#notifications .entry', { hasText: 'PAGE20260101002' });
  await delivered.locator('.badge', { hasText: 'delivered' }).waitFor();
  await delivered.locator('summary').click();
  assert.equal(await delivered.locator('.attempts li').count(), 2);
  server.close();
});

test('a refused request shows what was wrong in it', async () => {
  await fetch(`${sandbox.http}${NATIVE}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: '{}',
  });
  const page = await openPage('/requests');
  const request = page.locator('#requests .entry', { hasText: 'SIGN_ERROR' }).first();
  await request.locator('summary').click();
  await request.locator('dl', { hasText: 'reason' }).waitFor();
  await picture(page, 'requests');
});

test('a fault is added, strikes once, and is seen', async () => {
  const page = await openPage('/faults');
  await page.locator('#fault').selectOption('drop-after-read');
  await page.locator('#path').fill(NATIVE);
  await page.getByRole('button', { name: 'Add' }).click();
  await page.locator('.fault-row', { hasText: 'drop-after-read' }).waitFor();
  await picture(page, 'faults');
  // The outcome is unknown (5), because the order was placed.
  await assert.rejects(place('PAGE20260101003', 1, 'https://merchant.example/notify'), { code: 5 });
  await page.goto(`${sandbox.http}/`);
  await page.getByRole('link', { name: 'PAGE20260101003' }).waitFor();
  await page.locator('#requests .fault', { hasText: 'drop-after-read' }).waitFor();
  await page.goto(`${sandbox.http}/faults`);
  await page.getByText('No fault is on.').waitFor();
  assert.deepEqual(page.errors, []);
});

test('a fault is removed', async () => {
  const page = await openPage('/faults');
  await page.locator('#event').fill('TRANSACTION.SUCCESS');
  await page.locator('#count').fill('');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.locator('.fault-row', { hasText: 'event=TRANSACTION.SUCCESS' }).waitFor();
  await page.locator('nav .count').waitFor();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByText('No fault is on.').waitFor();
  assert.deepEqual(page.errors, []);
});

test('a description with a script is text', async () => {
  const evil = '<script>document.title = "evil"</script><img src=x onerror="document.title = 1">';
  await place('PAGE20260101004', 3, 'https://merchant.example/notify', evil);
  const page = await openPage('/');
  await page.getByText(evil).waitFor();
  assert.equal(await page.title(), 'WeChat Pay sandbox');
  assert.equal(await page.locator('main img').count(), 0);
});

test('the page speaks Chinese to a Chinese browser, and English on request', async () => {
  const page = await openPage('/', { locale: 'zh-CN' });
  assert.equal(await page.title(), '微信支付沙箱');
  await picture(page, 'overview-chinese');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Faults' }).click();
  await page.getByRole('heading', { name: 'Add a fault' }).waitFor();
});

test('a phone shows every page without scrolling sideways', async () => {
  for (const locale of ['en', 'zh-CN']) {
    const page = await openPage('/', { ...PHONE, locale });
    for (const path of ['/', '/orders', '/notifications', '/requests', '/faults', `/orders/${mchid}/PAGE20260101001`]) {
      await page.goto(sandbox.http + path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= PHONE.viewport.width, `${path} is ${width} pixels wide`);
      await picture(page, `phone-${locale}${path.replaceAll('/', '-')}`);
    }
    await page.context().close();
  }
});

test('the page works without its script', async () => {
  await place('PAGE20260101005', 1, 'https://merchant.example/notify');
  const page = await openPage('/', { javaScriptEnabled: false });
  await page.locator('tr', { hasText: 'PAGE20260101005' }).getByRole('button', { name: 'Pay' }).click();
  await page.locator('#order .badge.good', { hasText: 'paid' }).waitFor();
});
