//! 转账单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, pay, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 转账单
#[wechatpay_api(defaults)]
pub trait TransferBills {
    /// 发起转账
    ///
    /// `POST /v3/fund-app/mch-transfer/transfer-bills`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/transfer-bill/transfer-to-user.html>
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-bills")]
    async fn create_transfer_bill(
        &self,
        body: &CreateTransferBillRequest,
    ) -> Result<CreateTransferBillResponse>;

    /// 商户单号查询转账单
    ///
    /// `GET /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/transfer-bill/get-transfer-bill-by-out-no.html>
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}")]
    async fn query_transfer_bill_by_out_bill_no(
        &self,
        out_bill_no: &str,
    ) -> Result<TransferBillByOutBillNo>;

    /// 微信转账单号查询转账单
    ///
    /// `GET /v3/fund-app/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/transfer-bill/get-transfer-bill-by-no.html>
    ///
    /// - `transfer_bill_no` 微信转账单号: such as `1330000071100999991182020050700019480001`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}")]
    async fn query_transfer_bill_by_transfer_bill_no(
        &self,
        transfer_bill_no: &str,
    ) -> Result<TransferBill>;

    /// 撤销转账
    ///
    /// `POST /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel`
    ///
    /// <https://pay.weixin.qq.com/docs/merchant/apis/mch-trans/transfer-bill/cancel-transfer.html>
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel")]
    async fn cancel_transfer_bill(&self, out_bill_no: &str) -> Result<CancelTransferBillResponse>;

    /// 发起转账并完成自动收款授权
    ///
    /// `POST /v3/fund-app/mch-transfer/transfer-bills/pre-transfer-with-authorization`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-bills/pre-transfer-with-authorization")]
    async fn pre_transfer_with_authorization(
        &self,
        body: &PreTransferWithAuthorizationRequest,
    ) -> Result<PreTransferWithAuthorizationResponse>;

    /// 用户授权后转账
    ///
    /// `POST /v3/fund-app/mch-transfer/transfer-bills/transfer`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-bills/transfer")]
    async fn transfer_with_authorization(
        &self,
        body: &TransferWithAuthorizationRequest,
    ) -> Result<TransferWithAuthorizationResponse>;
}

/// The request of [`TransferBills::create_transfer_bill`].
///
/// `CreateTransferBillRequest::builder().appid(…).out_bill_no(…).openid(…).transfer_amount(…).transfer_remark(…).build()`.
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
pub struct CreateTransferBillRequest {
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: String,
    /// 商户单号: at most 32 characters, matches `[0-9A-Za-z]+`, such as `plfk2020042013`
    pub out_bill_no: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: String,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 转账金额: such as `400000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
    /// 用户收款感知: such as `现金奖励`
    pub user_recv_perception: Option<String>,
    /// 转账场景ID: values `1000`, `1002`, `1004`, `1005`, `1009`, `1010`, `1011`, `1013`
    pub transfer_scene_id: Option<String>,
    /// 转账场景报备信息
    pub transfer_scene_report_infos: Option<Vec<TransferSceneReportInfo>>,
    /// 用户收款样式
    pub user_recv_style: Option<UserRecvStyle>,
}

rules! {
    CreateTransferBillRequest {
        member("out_bill_no", &[MaxLength(32), Pattern("[0-9A-Za-z]+")]),
        member("notify_url", &[NotifyUrl]),
        member("transfer_scene_id", &[Listed(&["1000", "1002", "1004", "1005", "1009", "1010", "1011", "1013"])]),
        within("user_recv_style", UserRecvStyle::RULES),
    }
}

impl pay::TransferRequest for CreateTransferBillRequest {
    fn appid(&self) -> Result<&str> {
        Ok(&self.appid)
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
    /// 信息类型: such as `活动名称`
    pub info_type: String,
    /// 信息内容: such as `注册会员有礼`
    pub info_content: String,
}

/// 用户收款样式
///
/// `UserRecvStyle::builder().build()`. For an `Option`, use setters such as `maybe_type`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UserRecvStyle {
    /// 用户收款样式类型
    pub r#type: Option<UserRecvStyleType>,
}

rules! {
    UserRecvStyle {
        member("type", &[Listed(UserRecvStyleType::TEXTS)]),
    }
}

/// The response of [`TransferBills::create_transfer_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateTransferBillResponse {
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 单据状态: such as `ACCEPTED`
    pub state: TransferBillState,
    /// 失败原因: such as `PAYEE_ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 跳转领取页面的package信息: such as `affffddafdfafddffda==`
    pub package_info: Option<String>,
}

impl pay::TransferToConfirm for CreateTransferBillResponse {
    fn package_info(&self) -> Option<&str> {
        self.package_info.as_deref()
    }
}

/// The response of [`TransferBills::query_transfer_bill_by_out_bill_no`].
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
pub struct TransferBillByOutBillNo {
    /// 商户号: such as `1900001109`
    pub mch_id: String,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 商家转账订单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: String,
    /// 单据状态: such as `ACCEPTED`
    pub state: TransferBillState,
    /// 转账金额: such as `400000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 失败原因: such as `PAYEE_ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 最后一次状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
    /// 跳转领取页面的package信息
    pub package_info: Option<String>,
}

impl pay::TransferToConfirm for TransferBillByOutBillNo {
    fn package_info(&self) -> Option<&str> {
        self.package_info.as_deref()
    }
}

/// The response of [`TransferBills::query_transfer_bill_by_transfer_bill_no`].
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
    /// 商户号: such as `1900001109`
    pub mch_id: String,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 商家转账订单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: String,
    /// 单据状态: such as `ACCEPTED`
    pub state: TransferBillState,
    /// 转账金额: such as `400000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 失败原因: such as `PAYEE_ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 最后一次状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
}

/// The response of [`TransferBills::cancel_transfer_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CancelTransferBillResponse {
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
    /// 单据状态: such as `CANCELING`
    pub state: CancelTransferBillState,
    /// 最后一次单据状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
}

/// The request of [`TransferBills::pre_transfer_with_authorization`].
///
/// `PreTransferWithAuthorizationRequest::builder().appid(…).out_bill_no(…).transfer_amount(…).transfer_remark(…).build()`.
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
pub struct PreTransferWithAuthorizationRequest {
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: String,
    /// 商户单号: at most 32 characters, matches `[0-9A-Za-z]+`, such as `plfk2020042013`
    pub out_bill_no: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 转账金额: such as `400000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
    /// 用户收款感知: such as `现金奖励`
    pub user_recv_perception: Option<String>,
    /// 转账场景ID: values `1000`, `1002`, `1004`, `1005`, `1009`, `1010`, `1011`, `1013`
    pub transfer_scene_id: Option<String>,
    /// 转账场景报备信息
    pub transfer_scene_report_infos: Option<Vec<TransferSceneReportInfo>>,
    /// 自动收款授权信息
    pub authorization_info: Option<AuthorizationInfo>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
}

rules! {
    PreTransferWithAuthorizationRequest {
        member("out_bill_no", &[MaxLength(32), Pattern("[0-9A-Za-z]+")]),
        member("notify_url", &[NotifyUrl]),
        member("transfer_scene_id", &[Listed(&["1000", "1002", "1004", "1005", "1009", "1010", "1011", "1013"])]),
        within("authorization_info", AuthorizationInfo::RULES),
    }
}

impl pay::TransferRequest for PreTransferWithAuthorizationRequest {
    fn appid(&self) -> Result<&str> {
        Ok(&self.appid)
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
    /// 用户展示名称: such as `wx_123456`
    pub user_display_name: String,
    /// 商户侧授权单号: such as `plfk2020042013`
    pub out_authorization_no: String,
    /// 自动收款授权结果通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub authorization_notify_url: String,
}

rules! {
    AuthorizationInfo {
        member("authorization_notify_url", &[NotifyUrl]),
    }
}

/// The response of [`TransferBills::pre_transfer_with_authorization`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct PreTransferWithAuthorizationResponse {
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 单据状态: such as `ACCEPTED`
    pub state: PreTransferWithAuthorizationState,
    /// 跳转领取页面的package信息: such as `affffddafdfafddffda==`
    pub package_info: Option<String>,
    /// 用户展示名称: such as `wx_123456`
    pub user_display_name: Option<String>,
    /// 商户侧授权单号: such as `plfk2020042013`
    pub out_authorization_no: Option<String>,
}

impl pay::TransferToConfirm for PreTransferWithAuthorizationResponse {
    fn package_info(&self) -> Option<&str> {
        self.package_info.as_deref()
    }
}

/// The request of [`TransferBills::transfer_with_authorization`].
///
/// `TransferWithAuthorizationRequest::builder().appid(…).out_bill_no(…).transfer_amount(…).transfer_remark(…).build()`.
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
pub struct TransferWithAuthorizationRequest {
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: String,
    /// 商户单号: at most 32 characters, matches `[0-9A-Za-z]+`, such as `plfk2020042013`
    pub out_bill_no: String,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 转账金额: such as `400000`
    pub transfer_amount: Fen,
    /// 转账备注: at most 32 characters, such as `2020年4月报销`
    pub transfer_remark: String,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
    /// 用户收款感知: such as `现金奖励`
    pub user_recv_perception: Option<String>,
    /// 转账场景ID: values `1000`, `1002`, `1004`, `1005`, `1009`, `1010`, `1011`, `1013`
    pub transfer_scene_id: Option<String>,
    /// 转账场景报备信息
    pub transfer_scene_report_infos: Option<Vec<TransferSceneReportInfo>>,
    /// 微信免确认收款授权单号: such as `201202504101000123456789012`
    pub authorization_id: Option<String>,
    /// 出资商户号: such as `1900001109`
    pub sponsor_mchid: Option<String>,
    /// 商户侧授权单号: such as `plfk2020042013`
    pub out_authorization_no: Option<String>,
}

rules! {
    TransferWithAuthorizationRequest {
        member("out_bill_no", &[MaxLength(32), Pattern("[0-9A-Za-z]+")]),
        member("transfer_remark", &[MaxLength(32)]),
        member("notify_url", &[NotifyUrl]),
        member("transfer_scene_id", &[Listed(&["1000", "1002", "1004", "1005", "1009", "1010", "1011", "1013"])]),
    }
}

/// The response of [`TransferBills::transfer_with_authorization`].
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
pub struct TransferWithAuthorizationResponse {
    /// 商户号: such as `1900001109`
    pub mch_id: String,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
    /// 商户AppID: such as `wxf636efh567hg4356`
    pub appid: Option<String>,
    /// 单据状态: such as `ACCEPTED`
    pub state: TransferWithAuthorizationState,
    /// 转账金额: such as `400000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 失败原因: such as `PAYEE_ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 最后一次状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

open_enum! {
    /// 用户收款样式类型
    pub enum UserRecvStyleType {
        ConfirmPage = "CONFIRM_PAGE",
        RedPacket = "RED_PACKET",
    }
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
    pub enum CancelTransferBillState {
        Canceling = "CANCELING",
        Cancelled = "CANCELLED",
    }
}

open_enum! {
    /// 单据状态
    pub enum PreTransferWithAuthorizationState {
        Accepted = "ACCEPTED",
        Processing = "PROCESSING",
        WaitUserConfirm = "WAIT_USER_CONFIRM",
        Transfering = "TRANSFERING",
        Success = "SUCCESS",
        Canceling = "CANCELING",
    }
}

open_enum! {
    /// 单据状态
    pub enum TransferWithAuthorizationState {
        Accepted = "ACCEPTED",
        Processing = "PROCESSING",
        Transfering = "TRANSFERING",
        Success = "SUCCESS",
    }
}
