use wechatpay_endpoints::payments::{direct::Identity, partner::IdentityType};

pub fn identity() -> Identity {
    Identity::builder().r#type(IdentityType::Idcard).build()
}

fn main() {}
