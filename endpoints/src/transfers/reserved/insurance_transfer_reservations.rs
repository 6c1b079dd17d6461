//! 保险转账预约.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use super::ReservationState;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 保险转账预约
#[wechatpay_api(defaults)]
pub trait InsuranceTransferReservations {
    /// 保险受理单次预约商家转账
    ///
    /// `POST /v3/platsolution/insurance/mch-transfer/reservation/apply`
    #[wechatpay_api(POST "/v3/platsolution/insurance/mch-transfer/reservation/apply")]
    async fn apply_insurance_transfer_reservation(
        &self,
        body: &ApplyInsuranceTransferReservationRequest,
    ) -> Result<ApplyInsuranceTransferReservationResponse>;

    /// 保险商户预约单号查询预约
    ///
    /// `GET
    /// /v3/platsolution/insurance/mch-transfer/reservation/out-reservation-no/{out_reservation_no}`
    ///
    /// - `out_reservation_no` 商户预约单号: such as `plfk2020042013`
    /// - `sub_mchid` 二级商户号: such as `1900001109`
    #[wechatpay_api(GET "/v3/platsolution/insurance/mch-transfer/reservation/out-reservation-no/{out_reservation_no}")]
    async fn query_insurance_transfer_reservation_by_out_reservation_no(
        &self,
        out_reservation_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<InsuranceTransferReservation>;

    /// 保险微信预约单号查询预约
    ///
    /// `GET /v3/platsolution/insurance/mch-transfer/reservation/reservation-id/{reservation_id}`
    ///
    /// - `reservation_id` 微信转账预约单号: such as `1330000071100999991182020050700019480001`
    /// - `sub_mchid` 二级商户号: such as `1900001109`
    #[wechatpay_api(GET "/v3/platsolution/insurance/mch-transfer/reservation/reservation-id/{reservation_id}")]
    async fn query_insurance_transfer_reservation_by_reservation_id(
        &self,
        reservation_id: &str,
        #[query] sub_mchid: &str,
    ) -> Result<InsuranceTransferReservation>;

    /// 保险关闭预约商家转账记录
    ///
    /// `POST
    /// /v3/platsolution/insurance/mch-transfer/reservation/out-reservation-no/{out_reservation_no}/close`
    ///
    /// - `out_reservation_no` 商户预约单号: such as `plfk2020042013`
    /// - `sub_mchid` 二级商户号: such as `1900001109`
    #[wechatpay_api(POST "/v3/platsolution/insurance/mch-transfer/reservation/out-reservation-no/{out_reservation_no}/close")]
    async fn close_insurance_transfer_reservation(
        &self,
        out_reservation_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<InsuranceTransferReservation>;
}

/// The request of [`InsuranceTransferReservations::apply_insurance_transfer_reservation`].
///
/// `ApplyInsuranceTransferReservationRequest::builder().sub_mchid(…).sp_appid(…).out_reservation_no(…).transfer_scene_id(…).reserve_remark(…).build()`.
/// For an `Option`, use setters such as `maybe_sub_appid`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(Sensitive, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ApplyInsuranceTransferReservationRequest {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
    /// 服务商AppID: such as `wxf636efh567hg4356`
    pub sp_appid: String,
    /// 二级商户AppID: such as `wxf636efh567hg4356`
    pub sub_appid: Option<String>,
    /// 商户预约单号: such as `plfk2020042013`
    pub out_reservation_no: String,
    /// 转账场景ID: such as `1000`
    pub transfer_scene_id: String,
    /// 预计最晚转账日期: such as `2019-11-22`
    pub estimated_date: Option<String>,
    /// 预计最大转账金额: such as `400000`
    pub estimated_max_amount: Option<Fen>,
    /// 准确转账金额: such as `100000`
    pub exact_amount: Option<Fen>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_real_name: Option<Sensitive>,
    /// 预约备注: such as `由于存在收益波动，实际到账资金可能不等于当前金额`
    pub reserve_remark: String,
    /// 商户回调地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
    /// 场景报备信息
    pub scene_report_data: Option<InsuranceReservationSceneReportData>,
}

rules! {
    ApplyInsuranceTransferReservationRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// 场景报备信息
///
/// `InsuranceReservationSceneReportData::builder().build()`. For an `Option`, use setters such as
/// `maybe_insurance_policy`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct InsuranceReservationSceneReportData {
    /// 保险保单报备信息
    pub insurance_policy: Option<InsuranceReservationPolicy>,
}

/// 保险保单报备信息
///
/// `InsuranceReservationPolicy::builder().policy_no(…).name(…).build()`. For an `Option`, use
/// setters such as `maybe_product_registration_no`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct InsuranceReservationPolicy {
    /// 保险产品备案编号: such as `40058541257`
    pub product_registration_no: Option<String>,
    /// 保险单号: such as `202301011651`
    pub policy_no: String,
    /// 保险名称: such as `养老保险`
    pub name: String,
    /// 取现单号: such as `202310410941`
    pub withdrawal_no: Option<String>,
    /// 理赔单号: such as `202310410941`
    pub claim_no: Option<String>,
}

/// The response of [`InsuranceTransferReservations::apply_insurance_transfer_reservation`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ApplyInsuranceTransferReservationResponse {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
    /// 商户预约单号: such as `plfk2020042013`
    pub out_reservation_no: String,
    /// 微信转账预约单号: such as `1330000071100999991182020050700019480001`
    pub reservation_id: String,
    /// 预约记录受理时间: such as `2015-05-20T13:29:35.120+08:00`
    pub accept_time: DateTime,
    /// 预约记录状态: such as `ACCEPTED`
    pub state: ReservationState,
    /// A text, such as `affffddafdfafddffda==`
    pub package_info: Option<String>,
}

/// The response of
/// [`InsuranceTransferReservations::query_insurance_transfer_reservation_by_out_reservation_no`],
/// [`InsuranceTransferReservations::query_insurance_transfer_reservation_by_reservation_id`],
/// [`InsuranceTransferReservations::close_insurance_transfer_reservation`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct InsuranceTransferReservation {
    /// 服务商商户号: such as `1900001109`
    pub sp_mchid: String,
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
    /// 服务商AppID: such as `wxf636efh567hg4356`
    pub sp_appid: String,
    /// 二级商户AppID: such as `wxf636efh567hg4356`
    pub sub_appid: Option<String>,
    /// 微信转账预约单号: such as `1330000071100999991182020050700019480001`
    pub reservation_id: String,
    /// 商户预约单号: such as `plfk2020042013`
    pub out_reservation_no: String,
    /// 转账场景ID: such as `1000`
    pub transfer_scene_id: String,
    /// 预计最晚转账日期: such as `2019-11-22`
    pub estimated_date: Option<String>,
    /// 预计最大转账金额: such as `400000`
    pub estimated_max_amount: Option<Fen>,
    /// 准确转账金额: such as `100000`
    pub exact_amount: Option<Fen>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 收款银行类型: such as `ICBC_DEBIT`
    pub bank_type: Option<String>,
    /// 预约记录状态: such as `ACCEPTED`
    pub state: ReservationState,
    /// 预约记录受理的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub accept_time: DateTime,
    /// 预约记录用户确认预约的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub reserve_time: Option<DateTime>,
    /// 预约记录的关闭信息
    pub close_info: Option<InsuranceReservationCloseInfo>,
}

/// 预约记录的关闭信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(DateTime, into))
)]
#[non_exhaustive]
pub struct InsuranceReservationCloseInfo {
    /// 预约记录关闭的时间: such as `2015-05-20T13:29:35.120+08:00`
    pub close_time: DateTime,
    /// 预约记录关闭的原因: such as `USER_OVERDUE_UNCONFIRMED`
    pub close_reason: ReservationCloseReason,
}

open_enum! {
    /// 预约记录关闭的原因
    pub enum ReservationCloseReason {
        UserOverdueUnconfirmed = "USER_OVERDUE_UNCONFIRMED",
        CloseConfirmedViaMchApi = "CLOSE_CONFIRMED_VIA_MCH_API",
        CloseAcceptedViaMchApi = "CLOSE_ACCEPTED_VIA_MCH_API",
        TransferFinished = "TRANSFER_FINISHED",
        OverdueNotTransfer = "OVERDUE_NOT_TRANSFER",
        ReserveFail = "RESERVE_FAIL",
        UserClose = "USER_CLOSE",
    }
}
