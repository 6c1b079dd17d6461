use wechatpay_client::wechatpay_api;

pub struct Orders;

#[wechatpay_api]
impl Orders {
    pub fn name(&self) -> &str {
        "orders"
    }
}

fn main() {}
