//! 公益捐赠预算.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 公益捐赠预算
#[wechatpay_api(defaults)]
pub trait CharityBudgets {
    /// 申请公益捐赠预算
    ///
    /// `POST /v3/fund-app/mch-transfer/partner/charity-budget`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/charity-budget")]
    async fn create_charity_budget(
        &self,
        body: &CreateCharityBudgetRequest,
    ) -> Result<CharityBudget>;

    /// 商户单号查询公益捐赠预算详情
    ///
    /// `GET /v3/fund-app/mch-transfer/partner/charity-budget/{out_budget_no}`
    ///
    /// - `out_budget_no` 商户预算单号: such as `budget202506300102`
    /// - `sponsor_mchid` 出资商户号: such as `1900001109`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/partner/charity-budget/{out_budget_no}")]
    async fn query_charity_budget(
        &self,
        out_budget_no: &str,
        #[query] sponsor_mchid: &str,
    ) -> Result<CharityBudget>;

    /// 解锁公益捐赠预算
    ///
    /// `POST /v3/fund-app/mch-transfer/partner/charity-budget/{out_budget_no}/unlock`
    ///
    /// - `out_budget_no` 商户预算单号: such as `budget202506300102`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/charity-budget/{out_budget_no}/unlock")]
    async fn unlock_charity_budget(
        &self,
        out_budget_no: &str,
        body: &UnlockCharityBudgetRequest,
    ) -> Result<UnlockCharityBudgetResponse>;
}

/// The request of [`CharityBudgets::create_charity_budget`].
///
/// `CreateCharityBudgetRequest::builder().out_budget_no(…).sponsor_mchid(…).sponsor_subject_name(…).activity_name(…).activity_remark(…).amount(…).build()`.
/// For an `Option`, use setters such as `maybe_notify_url`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateCharityBudgetRequest {
    /// 商户预算单号: such as `budget202506300102` (unconfirmed)
    pub out_budget_no: String,
    /// 出资商户号: such as `1900001109` (unconfirmed)
    pub sponsor_mchid: String,
    /// 出资企业主体名称: such as `腾讯控股有限公司` (unconfirmed)
    pub sponsor_subject_name: String,
    /// 活动名称: such as `公益企业配捐活动` (unconfirmed)
    pub activity_name: String,
    /// 活动说明: such as `公益活动开始于9月1日，帮助困难儿童筹款活动` (unconfirmed)
    pub activity_remark: String,
    /// 预算总金额: such as `20000000` (unconfirmed)
    pub amount: Fen,
    /// 回调地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
}

rules! {
    CreateCharityBudgetRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`CharityBudgets::create_charity_budget`],
/// [`CharityBudgets::query_charity_budget`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CharityBudget {
    /// 服务商商户号: such as `1900001109`
    pub sp_mchid: Option<String>,
    /// 商户预算单号: such as `budget202506300102`
    pub out_budget_no: Option<String>,
    /// 微信支付预算单号: such as `1182020050700019480001`
    pub budget_id: Option<String>,
    /// 预算总金额: such as `20000000`
    pub amount: Option<Fen>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
    /// 活动名称: such as `公益企业配捐活动`
    pub activity_name: Option<String>,
    /// 活动说明: such as `公益活动开始于9月1日，帮助困难儿童筹款活动`
    pub activity_remark: Option<String>,
    /// 预算单状态: such as `PENDING`
    pub state: Option<CharityBudgetState>,
    /// 确认出资页面地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub confirm_url: Option<String>,
    /// 商户号超管微信号掩码: such as `ca***ye`
    pub super_admin_wxid_mask: Option<String>,
    /// 剩余预算金额: such as `0`
    pub remain_amount: Option<Fen>,
    /// 撤销说明
    pub unlock_remark: Option<String>,
    /// 资金锁定时间: such as `2015-05-20T13:29:35+08:00`
    pub locked_time: Option<DateTime>,
    /// 完成时间: such as `2015-05-20T13:29:35+08:00`
    pub finished_time: Option<DateTime>,
    /// 关闭时间: such as `2015-05-20T13:29:35+08:00`
    pub closed_time: Option<DateTime>,
}

/// The request of [`CharityBudgets::unlock_charity_budget`].
///
/// `UnlockCharityBudgetRequest::builder().sponsor_mchid(…).activity_remark(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UnlockCharityBudgetRequest {
    /// 出资商户号: such as `1900001109` (unconfirmed)
    pub sponsor_mchid: String,
    /// 解锁备注: such as `公益活动结束，解锁资金` (unconfirmed)
    pub activity_remark: String,
}

rules! { UnlockCharityBudgetRequest {} }

/// The response of [`CharityBudgets::unlock_charity_budget`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct UnlockCharityBudgetResponse {
    /// 服务商商户号: such as `1900001109`
    pub sp_mchid: Option<String>,
    /// 商户预算单号: such as `budget202506300102`
    pub out_budget_no: Option<String>,
    /// 微信支付预算单号: such as `1182020050700019480001`
    pub budget_id: Option<String>,
    /// 预算总金额: such as `20000000`
    pub amount: Option<Fen>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
    /// 活动名称: such as `公益企业配捐活动`
    pub activity_name: Option<String>,
    /// 活动说明: such as `公益活动开始于9月1日，帮助困难儿童筹款活动`
    pub activity_remark: Option<String>,
    /// 预算单状态: such as `FINISHED`
    pub state: Option<UnlockCharityBudgetState>,
    /// 撤销说明
    pub unlock_remark: Option<String>,
    /// 资金锁定时间: such as `2015-05-20T13:29:35+08:00`
    pub locked_time: Option<DateTime>,
    /// 完成时间: such as `2015-05-20T13:29:35+08:00`
    pub finished_time: Option<DateTime>,
    /// 解锁金额: such as `10000`
    pub unlocked_amount: Option<Fen>,
}

open_enum! {
    /// 预算单状态
    pub enum CharityBudgetState {
        Pending = "PENDING",
        Locked = "LOCKED",
        Finished = "FINISHED",
        Closed = "CLOSED",
    }
}

open_enum! {
    /// 预算单状态
    pub enum UnlockCharityBudgetState {
        Finished = "FINISHED",
    }
}
