use wechatpay_endpoints::payments::direct::Amount;

pub fn amount() -> Amount {
    Amount::builder().total("19.90").build()
}

fn main() {}
