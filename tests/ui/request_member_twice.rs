use wechatpay_client::Fen;
use wechatpay_endpoints::payments::direct::Amount;

pub fn amount() -> Amount {
    Amount::builder().total(Fen(100)).total(Fen(200)).build()
}

fn main() {}
