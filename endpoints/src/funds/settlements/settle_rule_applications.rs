//! 结算规则申请.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 结算规则申请
#[wechatpay_api(defaults)]
pub trait SettleRuleApplications {
    /// 申请修改特约商户结算规则
    ///
    /// `POST /v3/merchant-settlement/merchant-settle-rule-applications`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter3_1_1.shtml>
    #[wechatpay_api(POST "/v3/merchant-settlement/merchant-settle-rule-applications")]
    async fn create_settle_rule_application(
        &self,
        body: &CreateSettleRuleApplicationRequest,
    ) -> Result<SettleRuleApplication>;

    /// 根据申请单ID查询结果
    ///
    /// `GET /v3/merchant-settlement/merchant-settle-rule-applications/{application_id}`
    ///
    /// <https://pay.weixin.qq.com/wiki/doc/apiv3_partner/Offline/apis/chapter3_1_2.shtml>
    ///
    /// - `application_id` 申请单编号: such as `20000011111`
    #[wechatpay_api(GET "/v3/merchant-settlement/merchant-settle-rule-applications/{application_id}")]
    async fn query_settle_rule_application(
        &self,
        application_id: &str,
    ) -> Result<SettleRuleApplication>;
}

/// The request of [`SettleRuleApplications::create_settle_rule_application`].
///
/// `CreateSettleRuleApplicationRequest::builder().acquiring_bank_id(…).channel_id(…).sub_mchid(…).settle_rule_id(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateSettleRuleApplicationRequest {
    /// 从业机构号: such as `1356485`
    pub acquiring_bank_id: String,
    /// 渠道商户号: such as `20001111`
    pub channel_id: String,
    /// 从业机构特约商户号: such as `1346578`
    pub sub_mchid: String,
    /// 结算规则id: such as `760`
    pub settle_rule_id: i64,
}

rules! { CreateSettleRuleApplicationRequest {} }

/// The response of [`SettleRuleApplications::create_settle_rule_application`],
/// [`SettleRuleApplications::query_settle_rule_application`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SettleRuleApplication {
    /// 申请单编号: such as `20000011111`
    pub application_id: String,
    /// 申请单处理信息: such as `正在处理中`
    pub application_process_info: Option<String>,
    /// 申请单状态: such as `PROCESSING`
    pub application_state: Option<String>,
    /// 最后更新时间: such as `2015-05-20T13:29:35+08:00`
    pub update_time: Option<DateTime>,
    /// 从业机构号: such as `1356485`
    pub acquiring_bank_id: Option<String>,
    /// 渠道商户号: such as `20001111`
    pub channel_id: Option<String>,
    /// 从业机构特约商户号: such as `1346578`
    pub sub_mchid: Option<String>,
    /// 结算规则id: such as `760`
    pub settle_rule_id: Option<i64>,
}
