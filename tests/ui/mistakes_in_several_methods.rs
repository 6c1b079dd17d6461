use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};

#[wechatpay_api]
pub trait Orders {
    #[wechatpay_api(PSOT "/v3/pay/transactions/jsapi")]
    async fn http_method(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/pay/transactions/id/{id}")]
    async fn argument(&self, di: &str) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/transactions/native")]
    async fn receiver(body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/pay/transactions/app")]
    async fn response(&self, body: &Value);

    #[wechatpay_api(POST "/v3/pay/transactions/h5")]
    fn asyncness(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(GET "/v3/marketing/favor/users/{openid}/coupons/{coupon_id}")]
    async fn pattern(&self, (openid, coupon_id): (&str, &str)) -> Result<Value>;

    #[wechatpay_api(POST "/v3/combine-transactions/jsapi")]
    async fn body(&self, body: &Value) -> Result<Value> {
        Ok(body.clone())
    }

    #[wechatpay_api(POST "/v3/combine-transactions/native")]
    async fn bound(&self, body: &Plain) -> Result<Value>;

    #[wechatpay_api(POST "/v3/combine-transactions/app")]
    async fn correct(&self, body: &Value) -> Result<Value>;
}

pub struct Plain {
    pub total: u32,
}

async fn calls(client: &wechatpay_client::Client, value: &Value) -> Result<()> {
    client.http_method(value).await?;
    client.argument("42").await?;
    client.receiver(value).await?;
    client.response(value).await;
    client.asyncness(value).await?;
    client.pattern(("42", "43")).await?;
    client.body(value).await?;
    client.bound(&Plain { total: 1 }).await?;
    client.correct(value).await?;
    Ok(())
}

fn main() {
    let _ = calls;
}
