//! 额度卡.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use super::ApplicationType;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 额度卡
#[wechatpay_api(defaults)]
pub trait QuotaCards {
    /// 下发企业支付额度卡
    ///
    /// `POST /v3/webizpay/employees/{employee_id}/quota-cards`
    ///
    /// - `employee_id` 微信授权关系ID: such as `WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c`
    #[wechatpay_api(POST "/v3/webizpay/employees/{employee_id}/quota-cards")]
    async fn create_quota_card(
        &self,
        employee_id: &str,
        body: &CreateQuotaCardRequest,
    ) -> Result<CreateQuotaCardResponse>;

    /// 企业商户查询企业支付额度卡
    ///
    /// `GET /v3/webizpay/employees/{employee_id}/quota-cards/{card_no}`
    ///
    /// - `employee_id` 微信授权关系ID: such as `WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c`
    /// - `card_no` 企业支付额度卡卡号: such as `1068019671702503425`
    /// - `sp_mchid` 服务商商户号: such as `12341234`
    /// - `sub_mchid` 出资子商户号: such as `43214321`
    #[wechatpay_api(GET "/v3/webizpay/employees/{employee_id}/quota-cards/{card_no}")]
    async fn query_quota_card_by_card_no(
        &self,
        employee_id: &str,
        card_no: &str,
        #[query] sp_mchid: Option<&str>,
        #[query] sub_mchid: &str,
    ) -> Result<QuotaCard>;

    /// 使用商户卡号查询企业支付额度卡
    ///
    /// `GET /v3/webizpay/employees/{employee_id}/out-quota-cards/{out_card_no}`
    ///
    /// - `employee_id` 微信授权关系ID: such as `WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c`
    /// - `out_card_no` 企业支付额度卡商户卡号: such as `out_card_123456`
    /// - `sp_mchid` 服务商商户号: such as `12341234`
    /// - `sub_mchid` 出资子商户号: such as `43214321`
    #[wechatpay_api(GET "/v3/webizpay/employees/{employee_id}/out-quota-cards/{out_card_no}")]
    async fn query_quota_card_by_out_card_no(
        &self,
        employee_id: &str,
        out_card_no: &str,
        #[query] sp_mchid: Option<&str>,
        #[query] sub_mchid: &str,
    ) -> Result<QuotaCard>;

    /// 企业商户获取指定额度卡支付链接
    ///
    /// `GET /v3/webizpay/employees/{employee_id}/quota-cards/{card_no}/payment-url`
    ///
    /// - `employee_id` 微信授权关系ID: such as `WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c`
    /// - `card_no` 企业支付额度卡卡号: such as `1068019671702503425`
    /// - `sp_mchid` 服务商商户号: such as `12341234`
    /// - `sub_mchid` 出资子商户号: such as `43214321`
    /// - `application_type` 拉起付款码页面的企业应用类型: such as `H5`
    #[wechatpay_api(GET "/v3/webizpay/employees/{employee_id}/quota-cards/{card_no}/payment-url")]
    async fn query_quota_card_payment_url(
        &self,
        employee_id: &str,
        card_no: &str,
        #[query] sp_mchid: Option<&str>,
        #[query] sub_mchid: &str,
        #[query] application_type: &ApplicationType,
    ) -> Result<QuotaCardPaymentUrl>;

    /// 企业商户作废员工企业支付额度卡
    ///
    /// `POST /v3/webizpay/employees/{employee_id}/quota-cards/{card_no}/cancel`
    ///
    /// - `employee_id` 微信授权关系ID: such as `WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c`
    /// - `card_no` 企业支付额度卡卡号: such as `1068019671702503425`
    #[wechatpay_api(POST "/v3/webizpay/employees/{employee_id}/quota-cards/{card_no}/cancel")]
    async fn cancel_quota_card(
        &self,
        employee_id: &str,
        card_no: &str,
        body: &CancelQuotaCardRequest,
    ) -> Result<CancelQuotaCardResponse>;
}

/// The request of [`QuotaCards::create_quota_card`].
///
/// `CreateQuotaCardRequest::builder().sub_mchid(…).card_template_id(…).amount(…).card_name(…).out_card_no(…).effective_end_time(…).build()`.
/// For an `Option`, use setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateQuotaCardRequest {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: Option<String>,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 企业支付卡模板ID: such as `template_123`
    pub card_template_id: String,
    /// 卡片总金额: such as `10000`
    pub amount: Fen,
    /// 卡片名称: such as `报销额度卡`
    pub card_name: String,
    /// 商户卡号: such as `mch_card_123456`
    pub out_card_no: String,
    /// 卡片有效期: such as `2023-12-31T23:59:59+08:00`
    pub effective_end_time: DateTime,
    /// 卡片备注: such as `2023年1月差旅报销`
    pub card_remark: Option<String>,
    /// 可用商户范围ID: such as `range_12345678`
    pub avail_mch_range_id: Option<String>,
}

rules! { CreateQuotaCardRequest {} }

/// The response of [`QuotaCards::create_quota_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateQuotaCardResponse {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: String,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 商户卡号: such as `mch_card_123456`
    pub out_card_no: String,
    /// 微信授权关系ID: such as `WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c`
    pub employee_id: String,
    /// 企业支付额度卡卡号: such as `1068019671702503425`
    pub card_no: String,
    /// 卡片生效时间: such as `2023-01-01T23:59:59+08:00`
    pub effective_begin_time: DateTime,
    /// 卡片有效期: such as `2023-12-31T23:59:59+08:00`
    pub effective_end_time: DateTime,
}

/// The response of [`QuotaCards::query_quota_card_by_card_no`],
/// [`QuotaCards::query_quota_card_by_out_card_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct QuotaCard {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: String,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 企业支付额度卡卡号: such as `1068019671702503425`
    pub card_no: String,
    /// 商户卡号: such as `mch_card_123456`
    pub out_card_no: String,
    /// 微信授权关系ID: such as `WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c`
    pub employee_id: String,
    /// 企业支付卡模板ID: such as `template_123`
    pub card_template_id: String,
    /// 使用规则: such as `SINGLE`
    pub card_rule: CardRule,
    /// 退款规则: such as `RETURN`
    pub refund_rule: RefundRule,
    /// 卡片总金额: such as `10000`
    pub amount: Fen,
    /// 卡片可用金额: such as `8000`
    pub remain_amount: Fen,
    /// 卡片有效期: such as `2023-12-31T23:59:59+08:00`
    pub effective_end_time: DateTime,
    /// 卡片生效时间: such as `2023-01-01T23:59:59+08:00`
    pub effective_begin_time: DateTime,
    /// 卡片状态: such as `ACTIVE`
    pub card_state: CardState,
    /// 卡片名称: such as `报销额度卡`
    pub card_name: String,
    /// 失效原因: such as `有效期结束`
    pub reason: Option<String>,
    /// 卡片使用时间: such as `2023-12-31T23:59:59+08:00`
    pub card_usage_time: Option<DateTime>,
    /// 卡片关联微信支付订单号: such as `4200000123202306081234567890`
    pub transaction_id: Option<String>,
    /// 卡片失效时间: such as `2023-12-31T23:59:59+08:00`
    pub card_disabled_time: Option<DateTime>,
    /// 卡片备注: such as `2023年1月差旅报销`
    pub card_remark: Option<String>,
}

/// The response of [`QuotaCards::query_quota_card_payment_url`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct QuotaCardPaymentUrl {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: String,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 微信授权关系ID: such as `WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c`
    pub employee_id: String,
    /// 企业支付额度卡卡号: such as `1068019671702503425`
    pub card_no: String,
    /// 链接失效时间: such as `2023-06-08T10:34:56+08:00`
    pub expire_time: DateTime,
    /// 跳转链接
    pub payment_url: Option<String>,
    /// 拉起付款码页面的企业应用类型: such as `H5`
    pub application_type: Option<ApplicationType>,
    /// 小程序查询参数: such as `token=123`
    pub mp_query: Option<String>,
    /// 小程序业务类型: such as `liteAppWebizPayRegister`
    pub mp_business_type: Option<String>,
}

/// The request of [`QuotaCards::cancel_quota_card`].
///
/// `CancelQuotaCardRequest::builder().sub_mchid(…).reason(…).build()`. For an `Option`, use
/// setters such as `maybe_sp_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelQuotaCardRequest {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: Option<String>,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 作废原因: such as `商户主动作废`
    pub reason: String,
}

rules! { CancelQuotaCardRequest {} }

/// The response of [`QuotaCards::cancel_quota_card`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CancelQuotaCardResponse {
    /// 服务商商户号: such as `12341234`
    pub sp_mchid: String,
    /// 出资子商户号: such as `43214321`
    pub sub_mchid: String,
    /// 微信授权关系ID: such as `WeBizPay_a968402a-73bb-43e2-9e1a-8371b0ca3d7c`
    pub employee_id: String,
    /// 企业支付额度卡卡号: such as `1068019671702503425`
    pub card_no: String,
    /// 卡片状态: such as `DISABLED`
    pub card_state: CardState,
    /// 卡片失效时间: such as `2023-06-08T10:34:56+08:00`
    pub card_disabled_time: Option<DateTime>,
}

open_enum! {
    /// 使用规则
    pub enum CardRule {
        Single = "SINGLE",
        Multiple = "MULTIPLE",
    }
}

open_enum! {
    /// 退款规则
    pub enum RefundRule {
        Return = "RETURN",
        NotReturn = "NOT_RETURN",
    }
}

open_enum! {
    /// 卡片状态
    pub enum CardState {
        Active = "ACTIVE",
        Disabled = "DISABLED",
    }
}
