//! 转账授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 转账授权
#[wechatpay_api(defaults)]
pub trait TransferAuthorizations {
    /// 申请二级商户商家转账授权
    ///
    /// `POST /v3/ecommerce/mch-transfer/authorizations`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/authorization/create-authorization.html>
    #[wechatpay_api(POST "/v3/ecommerce/mch-transfer/authorizations")]
    async fn create_ecommerce_transfer_authorization(
        &self,
        body: &CreateEcommerceTransferAuthorizationRequest,
    ) -> Result<CreateEcommerceTransferAuthorizationResponse>;

    /// 查询二级商户商家转账授权状态
    ///
    /// `GET /v3/ecommerce/mch-transfer/authorizations/{sub_mchid}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/authorization/get-authorization.html>
    ///
    /// - `sub_mchid` 二级商户号: such as `1900001109`
    #[wechatpay_api(GET "/v3/ecommerce/mch-transfer/authorizations/{sub_mchid}")]
    async fn query_ecommerce_transfer_authorization(
        &self,
        sub_mchid: &str,
    ) -> Result<TransferAuthorization>;
}

/// The request of [`TransferAuthorizations::create_ecommerce_transfer_authorization`].
///
/// `CreateEcommerceTransferAuthorizationRequest::builder().sub_mchid(…).agreement_list(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateEcommerceTransferAuthorizationRequest {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
    /// 签约协议列表
    pub agreement_list: Vec<Agreement>,
}

rules! { CreateEcommerceTransferAuthorizationRequest {} }

/// 签约协议列表
///
/// `Agreement::builder().agreement_code(…).agreement_version(…).sign_organization(…).sign_time(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct Agreement {
    /// 协议编号: such as `1`
    pub agreement_code: String,
    /// 协议版本号: such as `20230101`
    pub agreement_version: String,
    /// 签约主体: such as `示例有限责任公司`
    pub sign_organization: String,
    /// 签约时间: such as `2015-05-20T13:29:35.120+08:00`
    pub sign_time: DateTime,
}

/// The response of [`TransferAuthorizations::create_ecommerce_transfer_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateEcommerceTransferAuthorizationResponse {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
    /// 授权状态: such as `AUTHORIZE_PROCESSING`
    pub authorization_state: String,
    /// 授权申请受理时间: such as `2015-05-20T13:29:35.120+08:00`
    pub accept_time: DateTime,
    /// 授权时间: such as `2015-05-20T13:29:35.120+08:00`
    pub authorize_time: Option<DateTime>,
}

/// The response of [`TransferAuthorizations::query_ecommerce_transfer_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TransferAuthorization {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
    /// 授权状态: such as `AUTHORIZE_PROCESSING`
    pub authorization_state: String,
    /// 授权时间: such as `2015-05-20T13:29:35.120+08:00`
    pub authorize_time: Option<DateTime>,
}
