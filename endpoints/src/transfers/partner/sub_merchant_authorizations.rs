//! 子商户转账授权.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 子商户转账授权
#[wechatpay_api(defaults)]
pub trait SubMerchantAuthorizations {
    /// 申请子商户商家转账授权
    ///
    /// `POST /v3/fund-app/mch-transfer/partner/sub-mch-authorizations`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/sub-mch-authorizations")]
    async fn create_sub_merchant_authorization(
        &self,
        body: &CreateSubMerchantAuthorizationRequest,
    ) -> Result<SubMerchantAuthorizationApplyOrder>;

    /// 查询子商户商家转账授权状态
    ///
    /// `GET /v3/fund-app/mch-transfer/partner/sub-mch-authorizations/{sub_mchid}`
    ///
    /// - `sub_mchid` 二级商户号: such as `1900001121`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/partner/sub-mch-authorizations/{sub_mchid}")]
    async fn query_sub_merchant_authorization(
        &self,
        sub_mchid: &str,
    ) -> Result<SubMerchantAuthorization>;
}

/// The request of [`SubMerchantAuthorizations::create_sub_merchant_authorization`].
///
/// `CreateSubMerchantAuthorizationRequest::builder().sub_mchid(…).out_apply_no(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSubMerchantAuthorizationRequest {
    /// 二级商户号: such as `1900001121` (unconfirmed)
    pub sub_mchid: String,
    /// 商户申请单号: such as `apply2020042013` (unconfirmed)
    pub out_apply_no: String,
}

rules! { CreateSubMerchantAuthorizationRequest {} }

/// The response of [`SubMerchantAuthorizations::create_sub_merchant_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubMerchantAuthorizationApplyOrder {
    /// 二级商户号: such as `1900001121`
    pub sub_mchid: Option<String>,
    /// 商户申请单号: such as `apply2020042013`
    pub out_apply_no: Option<String>,
    /// 授权申请单状态: such as `INVITED`
    pub state: Option<SubMerchantAuthorizationApplyState>,
    /// 授权申请受理时间: such as `2015-05-20T13:29:35.120+08:00`
    pub accept_time: Option<DateTime>,
    /// 最后一次状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

/// The response of [`SubMerchantAuthorizations::query_sub_merchant_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubMerchantAuthorization {
    /// 二级商户号: such as `1900001121`
    pub sub_mchid: Option<String>,
    /// 授权状态: such as `AUTHORIZED`
    pub state: Option<SubMerchantAuthorizationState>,
    /// 授权申请单
    pub apply_order: Option<SubMerchantAuthorizationApplyOrder>,
    /// 授权时间: such as `2015-05-20T13:29:35.120+08:00`
    pub authorization_time: Option<DateTime>,
    /// 解除授权时间: such as `2015-05-20T13:29:35.120+08:00`
    pub cancel_authorization_time: Option<DateTime>,
}

open_enum! {
    /// 授权申请单状态
    pub enum SubMerchantAuthorizationApplyState {
        Invited = "INVITED",
        Passed = "PASSED",
        Rejected = "REJECTED",
        Expired = "EXPIRED",
    }
}

open_enum! {
    /// 授权状态
    pub enum SubMerchantAuthorizationState {
        Authorized = "AUTHORIZED",
        Unauthorized = "UNAUTHORIZED",
        Canceled = "CANCELED",
    }
}
