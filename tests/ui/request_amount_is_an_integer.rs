use wechatpay_endpoints::payments::direct::Amount;

pub fn amount() -> Amount {
    Amount::builder().total(1990).build()
}

fn main() {}
