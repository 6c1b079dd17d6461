//! Platform certificates, which only one of the merchants has.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests"
)]

use serde_json::Value;
use wechatpay_client::{Result, wechatpay_api};
use wechatpay_sandbox::Role;

use crate::shop::{Shop, client_of, open, refusal, refused};

#[wechatpay_api]
trait Certificates {
    #[wechatpay_api(GET "/v3/certificates")]
    async fn certificates(&self) -> Result<Value>;
}

#[tokio::test]
async fn only_the_merchant_in_certificate_mode_has_platform_certificates() {
    let Shop { sandbox, .. } = &open().await;
    let accounts = sandbox.folder().accounts();
    let mut has_certificates = Vec::new();
    for account in accounts.filter(|account| account.role != Role::Brand) {
        match client_of(sandbox, account).certificates().await {
            Ok(listed) => {
                assert_eq!(listed["data"].as_array().unwrap().len(), 1);
                has_certificates.push(account.id.as_str());
            }
            Err(error) => {
                let message = "无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥。可查看指引\
                               https://pay.weixin.qq.com/docs/merchant/products/platform-certificate/wxp-pub-key-guide.html";
                let expected = refused(404, "RESOURCE_NOT_EXISTS", message);
                assert_eq!(refusal(error), expected);
            }
        }
    }
    assert_eq!(has_certificates, ["1900000108"]);
}
