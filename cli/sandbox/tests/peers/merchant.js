// A merchant on npm's wechatpay-axios-plugin, whose host is fixed: it reaches the sandbox by the proxy.
//
// Usage: node merchant.js sandbox.json

const assert = require('node:assert');
const { readFileSync } = require('node:fs');
const http = require('node:http');
const { once } = require('node:events');
const { Aes, Formatter, Rsa, Wechatpay } = require('wechatpay-axios-plugin');

const APPID = 'wxd678efh567hg6787';
const ORDER = 'NODE20260101001';

const sandbox = JSON.parse(readFileSync(process.argv[2]));
const account = sandbox.merchants.find(({ role }) => role === 'merchant');
const publicKey = readFileSync(account.public_key);
const apiV3Key = readFileSync(account.api_v3_key_file, 'utf8');

const wxpay = new Wechatpay({
  mchid: account.id,
  serial: account.serial_no,
  privateKey: readFileSync(account.private_key),
  certs: { [account.public_key_id]: publicKey },
});

const decrypt = ({ nonce, associated_data: aad, ciphertext }) => Aes.AesGcm.decrypt(ciphertext, apiV3Key, nonce, aad);

// The sandbox's own requests do not go by the proxy.
const post = (url) => new Promise((resolve, reject) => {
  http.request(url, { method: 'POST' }, resolve).on('error', reject).end();
});

const receive = async (server) => {
  const [request, response] = await once(server, 'request');
  let body = '';
  for await (const chunk of request) body += chunk;
  response.writeHead(204).end();
  const { 'wechatpay-timestamp': timestamp, 'wechatpay-nonce': nonce, 'wechatpay-signature': signature } = request.headers;
  assert(Rsa.verify(Formatter.joinedByLineFeed(timestamp, nonce, body), signature, publicKey));
  return JSON.parse(decrypt(JSON.parse(body).resource));
};

(async () => {
  const server = http.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const placed = await wxpay.v3.pay.transactions.native.post({
    appid: APPID,
    mchid: account.id,
    description: 'demo',
    out_trade_no: ORDER,
    notify_url: `http://127.0.0.1:${server.address().port}/notify`,
    amount: { total: 100 },
  });
  assert(placed.data.code_url.startsWith('weixin://'));
  const query = () => wxpay.v3.pay.transactions.outTradeNo[`{out_trade_no}`].get({
    out_trade_no: ORDER,
    params: { mchid: account.id },
  });
  assert.equal((await query()).data.trade_state, 'NOTPAY');

  const received = receive(server);
  await post(`${sandbox.http}/sandbox/orders/${account.id}/${ORDER}/pay`);
  assert.equal((await received).out_trade_no, ORDER);
  assert.equal((await query()).data.trade_state, 'SUCCESS');

  const refund = await wxpay.v3.refund.domestic.refunds.post({
    out_trade_no: ORDER,
    out_refund_no: `R${ORDER}`,
    amount: { refund: 40, total: 100, currency: 'CNY' },
  });
  assert.equal(refund.data.status, 'PROCESSING');
  server.close();
})().catch((error) => {
  console.error(error.response ? error.response.data : error);
  process.exit(1);
});
