use wechatpay_client::{
    Client, Result,
    pay::{AppOrder, JsapiPayment, PrepaySession},
};

struct PrepayApp {
    appid: String,
    mchid: String,
}

impl AppOrder for PrepayApp {
    fn appid(&self) -> Result<&str> {
        Ok(&self.appid)
    }

    fn partnerid(&self) -> Result<&str> {
        Ok(&self.mchid)
    }
}

pub async fn pay(client: &Client, session: &impl PrepaySession) -> Result<JsapiPayment> {
    let order = PrepayApp {
        appid: "wx8888888888888888".to_owned(),
        mchid: "1900000109".to_owned(),
    };
    JsapiPayment::of(client, &order, session).await
}

fn main() {}
