use wechatpay_endpoints::payments::direct::Identity;

pub fn rename(identity: &mut Identity, name: String) {
    identity.name = Some(name);
}

fn main() {}
