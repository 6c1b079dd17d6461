use wechatpay_client::{
    Client, Result,
    pay::{AppOrder, JsapiPayment, PrepaySession},
};

struct PrepayApp {
    appid: String,
    mchid: String,
}

struct Prepaid {
    prepay_id: String,
}

impl PrepaySession for Prepaid {
    fn prepay_id(&self) -> Result<&str> {
        Ok(&self.prepay_id)
    }
}

impl AppOrder for PrepayApp {
    type Response = Prepaid;

    fn appid(&self) -> Result<&str> {
        Ok(&self.appid)
    }

    fn partnerid(&self) -> Result<&str> {
        Ok(&self.mchid)
    }
}

pub async fn pay(client: &Client, session: &Prepaid) -> Result<JsapiPayment> {
    let order = PrepayApp {
        appid: "wx8888888888888888".to_owned(),
        mchid: "1900000109".to_owned(),
    };
    JsapiPayment::of(client, &order, session).await
}

fn main() {}
