//! 浙江品类凭证码.

use serde::Serialize;
use wechatpay_client::{Deserialize, Fen, Result, Sensitive, wechatpay_api};

use super::ZhejiangResponse;
use crate::open_enum::open_enum;
use crate::rules::rules;

/// 浙江品类凭证码
#[wechatpay_api(defaults)]
pub trait ZhejiangAuthCodes {
    /// 申请品类凭证码
    ///
    /// `POST /v3/gov/subsidy/zhejiang/authcode/issue`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/authcode/issue")]
    async fn issue_zhejiang_auth_code(
        &self,
        body: &IssueZhejiangAuthCodeRequest,
    ) -> Result<IssueZhejiangAuthCodeResponse>;

    /// 预核销品类凭证码
    ///
    /// `POST /v3/gov/subsidy/zhejiang/authcode/try`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/authcode/try")]
    async fn try_zhejiang_auth_code(
        &self,
        body: &TryZhejiangAuthCodeRequest,
    ) -> Result<TryZhejiangAuthCodeResponse>;

    /// 品类凭证码预核销撤销
    ///
    /// `POST /v3/gov/subsidy/zhejiang/authcode/cancel`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/authcode/cancel")]
    async fn cancel_zhejiang_auth_code(
        &self,
        body: &CancelZhejiangAuthCodeRequest,
    ) -> Result<ZhejiangResponse>;

    /// 品类凭证码上报确认
    ///
    /// `POST /v3/gov/subsidy/zhejiang/authcode/commit`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/authcode/commit")]
    async fn commit_zhejiang_auth_code(
        &self,
        body: &CommitZhejiangAuthCodeRequest,
    ) -> Result<ZhejiangResponse>;

    /// 品类凭证码上报撤销
    ///
    /// `POST /v3/gov/subsidy/zhejiang/authcode/refund`
    #[wechatpay_api(POST "/v3/gov/subsidy/zhejiang/authcode/refund")]
    async fn refund_zhejiang_auth_code(
        &self,
        body: &RefundZhejiangAuthCodeRequest,
    ) -> Result<ZhejiangResponse>;
}

/// The request of [`ZhejiangAuthCodes::issue_zhejiang_auth_code`].
///
/// `IssueZhejiangAuthCodeRequest::builder().category_id(…).name(…).mobile(…).add_code(…).cert_type(…).cert_no(…).req_ssn(…).build()`.
/// For an `Option`, use setters such as `maybe_openid`.
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
pub struct IssueZhejiangAuthCodeRequest {
    /// 品类编码: such as `A01` (unconfirmed)
    pub category_id: String,
    /// 用户id
    pub openid: Option<String>,
    /// 姓名: encrypted (unconfirmed)
    pub name: Sensitive,
    /// 手机号: encrypted (unconfirmed)
    pub mobile: Sensitive,
    /// 区县编码: such as `330000` (unconfirmed)
    pub add_code: String,
    /// 自定义域
    pub custom_info: Option<String>,
    /// 证件类型: values `1`, `2`, `3`, `4`, `5` (unconfirmed)
    pub cert_type: String,
    /// 证件号码: encrypted (unconfirmed)
    pub cert_no: Sensitive,
    /// 请求流水号: such as `123` (unconfirmed)
    pub req_ssn: String,
}

rules! {
    IssueZhejiangAuthCodeRequest {
        member("cert_type", &[Listed(&["1", "2", "3", "4", "5"])]),
    }
}

/// The response of [`ZhejiangAuthCodes::issue_zhejiang_auth_code`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct IssueZhejiangAuthCodeResponse {
    /// 响应码: such as `000000`
    pub resp_code: Option<String>,
    /// 响应描述: such as `成功`
    pub resp_desc: Option<String>,
    /// 品类凭证码
    pub auth_code: Option<String>,
}

/// The request of [`ZhejiangAuthCodes::try_zhejiang_auth_code`].
///
/// `TryZhejiangAuthCodeRequest::builder().sp_serial_no(…).mchnt_no(…).term_no(…).auth_code(…).category(…).county_code(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TryZhejiangAuthCodeRequest {
    /// 接入方请求流水号 (unconfirmed)
    pub sp_serial_no: String,
    /// 商户号 (unconfirmed)
    pub mchnt_no: String,
    /// 终端号 (unconfirmed)
    pub term_no: String,
    /// 品类凭证码 (unconfirmed)
    pub auth_code: String,
    /// 品类编码: such as `A01` (unconfirmed)
    pub category: String,
    /// 区县编码: such as `330000` (unconfirmed)
    pub county_code: String,
}

rules! { TryZhejiangAuthCodeRequest {} }

/// The response of [`ZhejiangAuthCodes::try_zhejiang_auth_code`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TryZhejiangAuthCodeResponse {
    /// 响应码: such as `000000`
    pub resp_code: Option<String>,
    /// 响应描述: such as `成功`
    pub resp_desc: Option<String>,
    /// 冻结流水号
    pub cred_frozen_no: Option<String>,
    /// 活动号
    pub event_id: Option<String>,
    /// 活动标题
    pub event_title: Option<String>,
    /// 优惠模式
    pub discount_mode: Option<DiscountMode>,
    /// 原订单金额
    pub amount: Option<Fen>,
    /// 优惠金额
    pub discount_amt: Option<Fen>,
    /// 实付金额
    pub pay_amt: Option<Fen>,
    /// 渠道优惠标记
    pub channel_dis_flag: Option<String>,
    /// 渠道活动号列表
    pub channel_evt_no: Option<String>,
    /// 品类编码
    pub category_id: Option<String>,
}

/// The request of [`ZhejiangAuthCodes::cancel_zhejiang_auth_code`].
///
/// `CancelZhejiangAuthCodeRequest::builder().sp_serial_no(…).cred_frozen_no(…).trans_date(…).trans_time(…).auth_code(…).req_ssn(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelZhejiangAuthCodeRequest {
    /// 接入方请求流水号 (unconfirmed)
    pub sp_serial_no: String,
    /// 冻结流水号 (unconfirmed)
    pub cred_frozen_no: String,
    /// 交易日期 (unconfirmed)
    pub trans_date: String,
    /// 交易时间 (unconfirmed)
    pub trans_time: String,
    /// 品类凭证码 (unconfirmed)
    pub auth_code: String,
    /// 请求流水号: such as `123` (unconfirmed)
    pub req_ssn: String,
}

rules! { CancelZhejiangAuthCodeRequest {} }

/// The request of [`ZhejiangAuthCodes::commit_zhejiang_auth_code`].
///
/// `CommitZhejiangAuthCodeRequest::builder().sp_serial_no(…).cred_frozen_no(…).trans_date(…).trans_time(…).auth_code(…).req_ssn(…).build()`.
/// For an `Option`, use setters such as `maybe_acq_org_order_no`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CommitZhejiangAuthCodeRequest {
    /// 接入方请求流水号 (unconfirmed)
    pub sp_serial_no: String,
    /// 冻结流水号 (unconfirmed)
    pub cred_frozen_no: String,
    /// 交易日期 (unconfirmed)
    pub trans_date: String,
    /// 交易时间 (unconfirmed)
    pub trans_time: String,
    /// 收单机构订单号
    pub acq_org_order_no: Option<String>,
    /// 商户订单号
    pub order_no: Option<String>,
    /// 政府补贴金额
    pub subsidy_amt: Option<Fen>,
    /// 收货地区编码
    pub add_code: Option<String>,
    /// 收货地址
    pub address: Option<String>,
    /// 销售方式: values `0`, `1`
    pub sale_models: Option<String>,
    /// 销售企业名称
    pub corp_name: Option<String>,
    /// 家电品牌
    pub brand: Option<String>,
    /// 统一社会信息代码
    pub uniscid: Option<String>,
    /// 商品条码
    pub barcode: Option<String>,
    /// 品类凭证码 (unconfirmed)
    pub auth_code: String,
    /// 请求流水号: such as `123` (unconfirmed)
    pub req_ssn: String,
    /// 银行机构名称
    pub bank_name: Option<String>,
    /// 银行补贴金额
    pub bank_subsidy: Option<String>,
    /// 交易平台补贴金额
    pub plat_subsidy: Option<String>,
    /// 区县编码: such as `330000`
    pub county_code: Option<String>,
    /// 原订单金额
    pub amount: Option<Fen>,
}

rules! {
    CommitZhejiangAuthCodeRequest {
        member("sale_models", &[Listed(&["0", "1"])]),
    }
}

/// The request of [`ZhejiangAuthCodes::refund_zhejiang_auth_code`].
///
/// `RefundZhejiangAuthCodeRequest::builder().sp_serial_no(…).cred_frozen_no(…).trans_date(…).trans_time(…).auth_code(…).req_ssn(…).build()`.
/// For an `Option`, use setters such as `maybe_order_no`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct RefundZhejiangAuthCodeRequest {
    /// 接入方请求流水号 (unconfirmed)
    pub sp_serial_no: String,
    /// 冻结流水号 (unconfirmed)
    pub cred_frozen_no: String,
    /// 交易日期 (unconfirmed)
    pub trans_date: String,
    /// 交易时间 (unconfirmed)
    pub trans_time: String,
    /// 商户订单号
    pub order_no: Option<String>,
    /// 政府补贴金额
    pub subsidy_amt: Option<Fen>,
    /// 收货地区编码
    pub add_code: Option<String>,
    /// 收货地址
    pub address: Option<String>,
    /// 销售方式: values `0`, `1`
    pub sale_models: Option<String>,
    /// 统一社会信息代码
    pub uniscid: Option<String>,
    /// 商品条码
    pub barcode: Option<String>,
    /// 品类凭证码 (unconfirmed)
    pub auth_code: String,
    /// 请求流水号: such as `123` (unconfirmed)
    pub req_ssn: String,
    /// 银行机构名称
    pub bank_name: Option<String>,
    /// 银行补贴金额
    pub bank_subsidy: Option<String>,
    /// 交易平台补贴金额
    pub plat_subsidy: Option<String>,
    /// 销售企业名称
    pub corp_name: Option<String>,
    /// 家电品牌
    pub brand: Option<String>,
}

rules! {
    RefundZhejiangAuthCodeRequest {
        member("sale_models", &[Listed(&["0", "1"])]),
    }
}

open_enum! {
    /// 优惠模式
    pub enum DiscountMode {
        DisFlag = "DIS_FLAG",
        DisCalc = "DIS_CALC",
        DisSmkt = "DIS_SMKT",
    }
}
