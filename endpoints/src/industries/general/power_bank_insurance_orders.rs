//! 充电宝保险订单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 充电宝保险订单
#[wechatpay_api(defaults)]
pub trait PowerBankInsuranceOrders {
    /// 查询用户保险订单领取资格
    ///
    /// `GET /v3/hire-power-bank/user-qualifications/{openid}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/hire-power-bank-insurance/insurance-orders/get-qualification-by-open-id.html>
    ///
    /// - `openid`: a text, such as `2323dfsdf342342`
    #[wechatpay_api(GET "/v3/hire-power-bank/user-qualifications/{openid}")]
    async fn query_power_bank_user_qualification(
        &self,
        openid: &str,
    ) -> Result<PowerBankUserQualification>;

    /// 创建保险订单
    ///
    /// `POST /v3/hire-power-bank/insurance-orders`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/hire-power-bank-insurance/insurance-orders/create-insurance-order.html>
    #[wechatpay_api(POST "/v3/hire-power-bank/insurance-orders")]
    async fn create_power_bank_insurance_order(
        &self,
        body: &CreatePowerBankInsuranceOrderRequest,
    ) -> Result<PowerBankInsuranceOrder>;

    /// 查询保险订单详情
    ///
    /// `GET /v3/hire-power-bank/insurance-orders/{out_order_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/hire-power-bank-insurance/insurance-orders/get-by-out-trade-no.html>
    ///
    /// - `out_order_no` 商户创建保险订单时的凭据号: such as `6e8369071cd942c0476613f9d1ce9ca3`
    #[wechatpay_api(GET "/v3/hire-power-bank/insurance-orders/{out_order_no}")]
    async fn query_power_bank_insurance_order(
        &self,
        out_order_no: &str,
    ) -> Result<PowerBankInsuranceOrder>;
}

/// The response of [`PowerBankInsuranceOrders::query_power_bank_user_qualification`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct PowerBankUserQualification {
    /// 用户是否具有保险订单领取资格: such as `true`
    pub qualified_user: Option<bool>,
}

/// The request of [`PowerBankInsuranceOrders::create_power_bank_insurance_order`].
///
/// `CreatePowerBankInsuranceOrderRequest::builder().build()`. For an `Option`, use setters such as
/// `maybe_out_order_no`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreatePowerBankInsuranceOrderRequest {
    /// 商户创建保险订单时的凭据号: such as `6e8369071cd942c0476613f9d1ce9ca3`
    pub out_order_no: Option<String>,
    /// A text, such as `2323dfsdf342342`
    pub openid: Option<String>,
    /// 通知地址: such as `https://api.test.com`
    pub notify_url: Option<String>,
    /// 商户在支付分服务下对应的服务ID: such as `实例值`
    pub service_id: Option<String>,
}

rules! {
    CreatePowerBankInsuranceOrderRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`PowerBankInsuranceOrders::create_power_bank_insurance_order`],
/// [`PowerBankInsuranceOrders::query_power_bank_insurance_order`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PowerBankInsuranceOrder {
    /// 租借充电宝隔夜归还保险订单号: such as `1234323JKHDFE1243252`
    pub order_id: Option<String>,
    /// 商户创建保险订单时的凭据号: such as `6e8369071cd942c0476613f9d1ce9ca3`
    pub out_order_no: Option<String>,
    /// A text, such as `2323dfsdf342342`
    pub openid: Option<String>,
    /// 一笔保险订单对应的最大理赔次数: such as `3`
    pub max_claim_count: Option<i64>,
    /// 一笔保险订单对应的已理赔次数: such as `1`
    pub claimed_count: Option<i64>,
    /// 保险订单领取时间: such as `2015-05-20T13:29:35.120+08:00`
    pub order_receive_time: Option<DateTime>,
    /// 保险订单开始时间: such as `2015-05-20T13:29:35.120+08:00`
    pub order_begin_time: Option<DateTime>,
    /// 保险订单结束时间: such as `2015-05-20T13:29:35.120+08:00`
    pub order_end_time: Option<DateTime>,
    /// 保险订单领取状态: such as `RECEIVING`
    pub order_receive_state: Option<String>,
}
