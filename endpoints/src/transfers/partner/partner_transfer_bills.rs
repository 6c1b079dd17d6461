//! 转账单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, pay, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 转账单
#[wechatpay_api(defaults)]
pub trait PartnerTransferBills {
    /// 发起转账
    ///
    /// `POST /v3/fund-app/mch-transfer/partner/transfer-bills`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/transfer-bills")]
    async fn create_partner_transfer_bill(
        &self,
        body: &CreatePartnerTransferBillRequest,
    ) -> Result<CreateTransferBillResponse>;

    /// 商户单号查询转账单
    ///
    /// `GET /v3/fund-app/mch-transfer/partner/transfer-bills/out-bill-no/{out_bill_no}`
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    /// - `sub_mchid` 二级商户号: such as `1900001121`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/partner/transfer-bills/out-bill-no/{out_bill_no}")]
    async fn query_partner_transfer_bill(
        &self,
        out_bill_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<TransferBill>;

    /// 撤销转账
    ///
    /// `POST /v3/fund-app/mch-transfer/partner/transfer-bills/out-bill-no/{out_bill_no}/cancel`
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/transfer-bills/out-bill-no/{out_bill_no}/cancel")]
    async fn cancel_partner_transfer_bill(
        &self,
        out_bill_no: &str,
        body: &CancelPartnerTransferBillRequest,
    ) -> Result<CancelPartnerTransferBillResponse>;

    /// 发起转账并完成自动收款授权
    ///
    /// `POST /v3/fund-app/mch-transfer/partner/transfer-bills/pre-transfer-with-authorization`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/transfer-bills/pre-transfer-with-authorization")]
    async fn pre_transfer_partner_bill_with_authorization(
        &self,
        body: &PreTransferPartnerBillWithAuthorizationRequest,
    ) -> Result<CreateTransferBillResponse>;

    /// 转账
    ///
    /// `POST /v3/fund-app/mch-transfer/partner/transfer-bills/transfer`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/partner/transfer-bills/transfer")]
    async fn transfer_partner_bill_with_authorization(
        &self,
        body: &TransferPartnerBillWithAuthorizationRequest,
    ) -> Result<TransferPartnerBillWithAuthorizationResponse>;
}

/// The request of [`PartnerTransferBills::create_partner_transfer_bill`].
///
/// `CreatePartnerTransferBillRequest::builder().sub_mchid(…).appid(…).out_bill_no(…).openid(…).transfer_amount(…).transfer_remark(…).transfer_scene_id(…).transfer_scene_report_infos(…).build()`.
/// For an `Option`, use setters such as `maybe_user_name`.
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
pub struct CreatePartnerTransferBillRequest {
    /// 二级商户号: such as `1900001121` (unconfirmed)
    pub sub_mchid: String,
    /// 商户AppID: such as `wxf636efh567hg4356` (unconfirmed)
    pub appid: String,
    /// 商户单号: such as `plfk2020042013` (unconfirmed)
    pub out_bill_no: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy` (unconfirmed)
    pub openid: String,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 转账金额: such as `400000` (unconfirmed)
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销` (unconfirmed)
    pub transfer_remark: String,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
    /// 用户收款感知: such as `现金奖励`
    pub user_recv_perception: Option<String>,
    /// 转账场景ID: values `1000`, `1002`, `1004`, `1005`, `1009`, `1010`, `1011`, `1013`
    /// (unconfirmed)
    pub transfer_scene_id: String,
    /// 转账场景报备信息 (unconfirmed)
    pub transfer_scene_report_infos: Vec<TransferSceneReportInfo>,
}

rules! {
    CreatePartnerTransferBillRequest {
        member("notify_url", &[NotifyUrl]),
        member("transfer_scene_id", &[Listed(&["1000", "1002", "1004", "1005", "1009", "1010", "1011", "1013"])]),
    }
}

impl pay::TransferRequest for CreatePartnerTransferBillRequest {
    fn appid(&self) -> Result<&str> {
        Ok(&self.appid)
    }

    fn sub_mchid(&self) -> Option<&str> {
        Some(&self.sub_mchid)
    }
}

/// 转账场景报备信息
///
/// `TransferSceneReportInfo::builder().info_type(…).info_content(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct TransferSceneReportInfo {
    /// 信息类型: such as `活动名称` (unconfirmed)
    pub info_type: String,
    /// 信息内容: such as `注册会员有礼` (unconfirmed)
    pub info_content: String,
}

/// The response of [`PartnerTransferBills::create_partner_transfer_bill`],
/// [`PartnerTransferBills::pre_transfer_partner_bill_with_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateTransferBillResponse {
    /// 二级商户号: such as `1900001121`
    pub sub_mchid: Option<String>,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: Option<String>,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: Option<String>,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 跳转领取页面的package信息: such as `affffddafdfafddffda==`
    pub package_info: Option<String>,
}

impl pay::TransferToConfirm for CreateTransferBillResponse {
    fn package_info(&self) -> Option<&str> {
        self.package_info.as_deref()
    }
}

/// The response of [`PartnerTransferBills::query_partner_transfer_bill`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct TransferBill {
    /// 二级商户号: such as `1900001121`
    pub sub_mchid: Option<String>,
    /// 商户号: such as `1900001109`
    pub mchid: Option<String>,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: Option<String>,
    /// 商家转账订单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: Option<String>,
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: Option<String>,
    /// 单据状态: such as `ACCEPTED`
    pub state: Option<TransferBillState>,
    /// 转账金额: such as `400000`
    pub transfer_amount: Option<Fen>,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: Option<String>,
    /// 失败原因: such as `PAYEE_ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 最后一次状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

/// The request of [`PartnerTransferBills::cancel_partner_transfer_bill`].
///
/// `CancelPartnerTransferBillRequest::builder().sub_mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelPartnerTransferBillRequest {
    /// 二级商户号: such as `1900001121` (unconfirmed)
    pub sub_mchid: String,
}

rules! { CancelPartnerTransferBillRequest {} }

/// The response of [`PartnerTransferBills::cancel_partner_transfer_bill`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct CancelPartnerTransferBillResponse {
    /// 二级商户号: such as `1900001121`
    pub sub_mchid: Option<String>,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: Option<String>,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: Option<String>,
    /// 单据状态: such as `CANCELING`
    pub state: Option<TransferBillState>,
    /// 转账金额: such as `400000`
    pub transfer_amount: Option<Fen>,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: Option<String>,
    /// 失败原因: such as `PAYEE_ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 最后一次单据状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

/// The request of [`PartnerTransferBills::pre_transfer_partner_bill_with_authorization`].
///
/// `PreTransferPartnerBillWithAuthorizationRequest::builder().sub_mchid(…).appid(…).out_bill_no(…).openid(…).transfer_amount(…).transfer_remark(…).transfer_scene_id(…).transfer_scene_report_infos(…).build()`.
/// For an `Option`, use setters such as `maybe_user_name`.
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
pub struct PreTransferPartnerBillWithAuthorizationRequest {
    /// 二级商户号: such as `1900001121` (unconfirmed)
    pub sub_mchid: String,
    /// 商户AppID: such as `wxf636efh567hg4356` (unconfirmed)
    pub appid: String,
    /// 商户单号: such as `plfk2020042013` (unconfirmed)
    pub out_bill_no: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy` (unconfirmed)
    pub openid: String,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 转账金额: such as `400000` (unconfirmed)
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销` (unconfirmed)
    pub transfer_remark: String,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
    /// 用户收款感知: such as `现金奖励`
    pub user_recv_perception: Option<String>,
    /// 转账场景ID: values `1000`, `1002`, `1004`, `1005`, `1009`, `1010`, `1011`, `1013`
    /// (unconfirmed)
    pub transfer_scene_id: String,
    /// 转账场景报备信息 (unconfirmed)
    pub transfer_scene_report_infos: Vec<TransferSceneReportInfo>,
    /// 自动收款授权信息
    pub authorization_info: Option<AuthorizationInfo>,
}

rules! {
    PreTransferPartnerBillWithAuthorizationRequest {
        member("notify_url", &[NotifyUrl]),
        member("transfer_scene_id", &[Listed(&["1000", "1002", "1004", "1005", "1009", "1010", "1011", "1013"])]),
        within("authorization_info", AuthorizationInfo::RULES),
    }
}

impl pay::TransferRequest for PreTransferPartnerBillWithAuthorizationRequest {
    fn appid(&self) -> Result<&str> {
        Ok(&self.appid)
    }

    fn sub_mchid(&self) -> Option<&str> {
        Some(&self.sub_mchid)
    }
}

/// 自动收款授权信息
///
/// `AuthorizationInfo::builder().user_display_name(…).out_authorization_no(…).authorization_notify_url(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AuthorizationInfo {
    /// 用户展示名称: such as `wx_123456` (unconfirmed)
    pub user_display_name: String,
    /// 商户侧授权单号: such as `plfk2020042013` (unconfirmed)
    pub out_authorization_no: String,
    /// 自动收款授权结果通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php` (unconfirmed)
    pub authorization_notify_url: String,
}

rules! {
    AuthorizationInfo {
        member("authorization_notify_url", &[NotifyUrl]),
    }
}

/// The request of [`PartnerTransferBills::transfer_partner_bill_with_authorization`].
///
/// `TransferPartnerBillWithAuthorizationRequest::builder().sub_mchid(…).appid(…).out_bill_no(…).transfer_amount(…).transfer_remark(…).transfer_scene_id(…).transfer_scene_report_infos(…).authorization_id(…).build()`.
/// For an `Option`, use setters such as `maybe_user_name`.
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
pub struct TransferPartnerBillWithAuthorizationRequest {
    /// 二级商户号: such as `1900001121` (unconfirmed)
    pub sub_mchid: String,
    /// 商户AppID: such as `wxf636efh567hg4356` (unconfirmed)
    pub appid: String,
    /// 商户单号: at most 32 characters, matches `[0-9A-Za-z]+`, such as `plfk2020042013`
    /// (unconfirmed)
    pub out_bill_no: String,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 转账金额: such as `400000` (unconfirmed)
    pub transfer_amount: Fen,
    /// 转账备注: at most 32 characters, such as `2020年4月报销` (unconfirmed)
    pub transfer_remark: String,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
    /// 用户收款感知: such as `现金奖励`
    pub user_recv_perception: Option<String>,
    /// 转账场景ID: values `1000`, `1002`, `1004`, `1005`, `1009`, `1010`, `1011`, `1013`
    /// (unconfirmed)
    pub transfer_scene_id: String,
    /// 转账场景报备信息 (unconfirmed)
    pub transfer_scene_report_infos: Vec<TransferSceneReportInfo>,
    /// 微信自动收款授权单号: such as `201202504101000123456789012` (unconfirmed)
    pub authorization_id: String,
}

rules! {
    TransferPartnerBillWithAuthorizationRequest {
        member("out_bill_no", &[MaxLength(32), Pattern("[0-9A-Za-z]+")]),
        member("transfer_remark", &[MaxLength(32)]),
        member("notify_url", &[NotifyUrl]),
        member("transfer_scene_id", &[Listed(&["1000", "1002", "1004", "1005", "1009", "1010", "1011", "1013"])]),
    }
}

/// The response of [`PartnerTransferBills::transfer_partner_bill_with_authorization`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into), on(Sensitive, into))
)]
#[non_exhaustive]
pub struct TransferPartnerBillWithAuthorizationResponse {
    /// 二级商户号: such as `1900001121`
    pub sub_mchid: Option<String>,
    /// 商户号: such as `1900001109`
    pub mchid: Option<String>,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: Option<String>,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: Option<String>,
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: Option<String>,
    /// 单据状态: such as `ACCEPTED`
    pub state: Option<TransferWithAuthorizationState>,
    /// 转账金额: such as `400000`
    pub transfer_amount: Option<Fen>,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: Option<String>,
    /// 失败原因: such as `PAYEE_ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 最后一次状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

open_enum! {
    /// 单据状态
    pub enum TransferBillState {
        Accepted = "ACCEPTED",
        Processing = "PROCESSING",
        WaitUserConfirm = "WAIT_USER_CONFIRM",
        Transfering = "TRANSFERING",
        Success = "SUCCESS",
        Fail = "FAIL",
        Canceling = "CANCELING",
        Cancelled = "CANCELLED",
    }
}

open_enum! {
    /// 单据状态
    pub enum TransferWithAuthorizationState {
        Accepted = "ACCEPTED",
        Success = "SUCCESS",
    }
}
