"""A merchant on PyPI's wechatpayv3, whose hosts are fixed: it reaches the sandbox by the proxy.

Usage: merchant.py sandbox.json
"""

import json
import sys
import tempfile
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from queue import Queue

from wechatpayv3 import WeChatPay, WeChatPayType

APPID = "wxd678efh567hg6787"
ORDER = "PYTHON20260101001"

received = Queue()


class Receiver(BaseHTTPRequestHandler):
    """The server that gets notifications."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        received.put((dict(self.headers), body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def read(path):
    return Path(path).read_text()


def client(account, **keys):
    return WeChatPay(
        wechatpay_type=WeChatPayType.NATIVE,
        mchid=account["id"],
        private_key=read(account["private_key"]),
        cert_serial_no=account["serial_no"],
        apiv3_key=read(account["api_v3_key_file"]),
        appid=APPID,
        notify_url="https://merchant.example/notify",
        **keys,
    )


def ok(response):
    status, body = response
    assert status == 200, response
    return json.loads(body)


def post(url):
    # Not by the proxy, which connects only to WeChat Pay.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    opener.open(urllib.request.Request(url, method="POST"))


def order_query_and_refund(merchant, account, sandbox, notify_url):
    order = ORDER + account["id"]
    url = ok(merchant.pay(description="demo", out_trade_no=order, amount={"total": 100}, notify_url=notify_url))
    assert url["code_url"].startswith("weixin://"), url
    assert ok(merchant.query(out_trade_no=order))["trade_state"] == "NOTPAY"
    post(f"{sandbox['http']}/sandbox/orders/{account['id']}/{order}/pay")
    headers, body = received.get(timeout=10)
    notification = merchant.callback(headers, body)
    assert notification["resource"]["out_trade_no"] == order, notification
    assert ok(merchant.query(out_trade_no=order))["trade_state"] == "SUCCESS"
    amount = {"refund": 40, "total": 100, "currency": "CNY"}
    refund = ok(merchant.refund(out_refund_no="R" + order, out_trade_no=order, amount=amount))
    assert refund["status"] == "PROCESSING", refund
    queried = ok(merchant.query_refund("R" + order))
    assert queried["amount"]["refund"] == 40, queried


def main():
    sandbox = json.loads(read(sys.argv[1]))
    accounts = {account["role"]: account for account in sandbox["merchants"]}
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    notify_url = f"http://127.0.0.1:{server.server_port}/notify"

    account = accounts["merchant"]
    public_key = {"public_key": read(account["public_key"]), "public_key_id": account["public_key_id"]}
    order_query_and_refund(client(account, **public_key), account, sandbox, notify_url)

    # The platform certificates are downloaded, decrypted and verified.
    account = accounts["certificate_merchant"]
    with tempfile.TemporaryDirectory() as folder:
        merchant = client(account, cert_dir=folder)
        order_query_and_refund(merchant, account, sandbox, notify_url)


main()
