use wechatpay_client::Fen;
use wechatpay_endpoints::payments::direct::Amount;

pub fn amount() -> Amount {
    Amount::builder().total(Fen(19.90)).build()
}

fn main() {}
