//! 转账到QQ钱包.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use super::{TransferBillState, TransferSceneReportInfo};
use crate::rules::rules;

/// 转账到QQ钱包
#[wechatpay_api(defaults)]
pub trait QqWalletTransferBills {
    /// 发起转账到QQ钱包
    ///
    /// `POST /v3/fund-app/mch-transfer/transfer-to-qq-wallet-bills`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-to-qq-wallet-bills")]
    async fn create_qq_wallet_transfer_bill(
        &self,
        body: &CreateQqWalletTransferBillRequest,
    ) -> Result<QqWalletTransferBill>;

    /// 查询转账到QQ钱包的结果
    ///
    /// `GET /v3/fund-app/mch-transfer/transfer-to-qq-wallet-bills/{out_bill_no}`
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    #[wechatpay_api(GET "/v3/fund-app/mch-transfer/transfer-to-qq-wallet-bills/{out_bill_no}")]
    async fn query_qq_wallet_transfer_bill(
        &self,
        out_bill_no: &str,
    ) -> Result<QqWalletTransferBill>;

    /// 撤销转账到QQ钱包
    ///
    /// `POST /v3/fund-app/mch-transfer/transfer-to-qq-wallet-bills/{out_bill_no}/cancel`
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    #[wechatpay_api(POST "/v3/fund-app/mch-transfer/transfer-to-qq-wallet-bills/{out_bill_no}/cancel")]
    async fn cancel_qq_wallet_transfer_bill(
        &self,
        out_bill_no: &str,
    ) -> Result<CancelQqWalletTransferBillResponse>;
}

/// The request of [`QqWalletTransferBills::create_qq_wallet_transfer_bill`].
///
/// `CreateQqWalletTransferBillRequest::builder().appid(…).out_bill_no(…).transfer_amount(…).transfer_remark(…).build()`.
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
pub struct CreateQqWalletTransferBillRequest {
    /// QQ互联开放平台AppID: such as `102022609`
    pub appid: String,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户QQ号: such as `490379403`
    pub user_qq: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 转账金额: such as `400000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 通知地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
    /// 转账场景ID: values `1401`
    pub transfer_scene_id: Option<String>,
    /// 转账场景报备信息
    pub transfer_scene_report_infos: Option<Vec<TransferSceneReportInfo>>,
}

rules! {
    CreateQqWalletTransferBillRequest {
        member("notify_url", &[NotifyUrl]),
        member("transfer_scene_id", &[Listed(&["1401"])]),
    }
}

/// The response of [`QqWalletTransferBills::create_qq_wallet_transfer_bill`],
/// [`QqWalletTransferBills::query_qq_wallet_transfer_bill`].
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
pub struct QqWalletTransferBill {
    /// 商户号: such as `1900001109`
    pub mchid: String,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
    /// QQ互联开放平台AppID: such as `102022609`
    pub appid: Option<String>,
    /// 单据状态: such as `ACCEPTED`
    pub state: TransferBillState,
    /// 转账金额: such as `400000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户QQ号: such as `490379403`
    pub user_qq: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 失败原因: such as `PAYEE_ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 最后一次状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

/// The response of [`QqWalletTransferBills::cancel_qq_wallet_transfer_bill`].
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
pub struct CancelQqWalletTransferBillResponse {
    /// 商户号: such as `1900001109`
    pub mchid: Option<String>,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
    /// QQ互联开放平台AppID: such as `102022609`
    pub appid: Option<String>,
    /// 单据状态: such as `ACCEPTED`
    pub state: TransferBillState,
    /// 转账金额: such as `400000`
    pub transfer_amount: Option<Fen>,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: Option<String>,
    /// 失败原因: such as `PAYEE_ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户QQ号: such as `490379403`
    pub user_qq: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 最后一次状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
}
