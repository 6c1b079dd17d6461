use wechatpay_client::Client;
use wechatpay_endpoints::payments::direct::Amount;

pub fn amount(_: &Client) -> Amount {
    Amount::builder().total(1990).build()
}

fn main() {}
