//! 平台证书.

use wechatpay_endpoints::platform::certificates::*;

use crate::operation::*;

operations! {
    "GET /v3/certificates" => download_certificates,
    "POST /v3/security/echo" => echo,
}

async fn download_certificates(client: &Client) -> Result<Value> {
    let response = client.download_certificates(None).await;
    json(response)
}

async fn echo(client: &Client) -> Result<Value> {
    let body = EchoRequest::builder()
        .notify_url("https://www.weixin.qq.com/v3/test")
        .echo_message("hello")
        .encrypted_echo_message("Fx9mh7K5sjqHxxQcgDVhnJ9QdS4nKfcUbuAOj")
        .build();
    let response = client.echo(&body).await;
    json(response)
}
