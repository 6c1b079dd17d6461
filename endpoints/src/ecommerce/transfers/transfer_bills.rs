//! 转账单.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Fen, Result, Sensitive, wechatpay_api};

use crate::rules::rules;

/// 转账单
#[wechatpay_api(defaults)]
pub trait TransferBills {
    /// 发起转账
    ///
    /// `POST /v3/ecommerce/mch-transfer/transfer-bills`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/transfer-bill/transfer-to-user.html>
    #[wechatpay_api(POST "/v3/ecommerce/mch-transfer/transfer-bills")]
    async fn create_ecommerce_transfer_bill(
        &self,
        body: &CreateEcommerceTransferBillRequest,
    ) -> Result<CreateEcommerceTransferBillResponse>;

    /// 商户单号查询转账单
    ///
    /// `GET /v3/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/transfer-bill/get-transfer-bill-by-out-no.html>
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    /// - `sub_mchid` 二级商户号: such as `1900001121`
    #[wechatpay_api(GET "/v3/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}")]
    async fn query_ecommerce_transfer_bill_by_out_bill_no(
        &self,
        out_bill_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<TransferBill>;

    /// 微信转账单号查询转账单
    ///
    /// `GET /v3/ecommerce/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/transfer-bill/get-transfer-bill-by-no.html>
    ///
    /// - `transfer_bill_no` 微信转账单号: such as `1330000071100999991182020050700019480001`
    /// - `sub_mchid` 二级商户号: such as `1900001121`
    #[wechatpay_api(GET "/v3/ecommerce/mch-transfer/transfer-bills/transfer-bill-no/{transfer_bill_no}")]
    async fn query_ecommerce_transfer_bill_by_transfer_bill_no(
        &self,
        transfer_bill_no: &str,
        #[query] sub_mchid: &str,
    ) -> Result<TransferBill>;

    /// 撤销转账
    ///
    /// `POST /v3/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/platsolution-mch-transfer/transfer-bill/cancel-transfer.html>
    ///
    /// - `out_bill_no` 商户单号: such as `plfk2020042013`
    #[wechatpay_api(POST "/v3/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}/cancel")]
    async fn cancel_ecommerce_transfer_bill(
        &self,
        out_bill_no: &str,
        body: &CancelEcommerceTransferBillRequest,
    ) -> Result<CancelEcommerceTransferBillResponse>;
}

/// The request of [`TransferBills::create_ecommerce_transfer_bill`].
///
/// `CreateEcommerceTransferBillRequest::builder().sub_mchid(…).appid(…).out_bill_no(…).transfer_scene_id(…).transfer_amount(…).transfer_remark(…).build()`.
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
pub struct CreateEcommerceTransferBillRequest {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
    /// 服务商AppID: such as `wxf636efh567hg4356`
    pub appid: String,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 转账场景ID: such as `1000`
    pub transfer_scene_id: String,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户姓名: encrypted
    pub user_name: Option<Sensitive>,
    /// 转账金额: such as `400000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 商户回调地址: such as `https://www.weixin.qq.com/wxpay/pay.php`
    pub notify_url: Option<String>,
}

rules! {
    CreateEcommerceTransferBillRequest {
        member("notify_url", &[NotifyUrl]),
    }
}

/// The response of [`TransferBills::create_ecommerce_transfer_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CreateEcommerceTransferBillResponse {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 单据状态: such as `ACCEPTED`
    pub state: String,
    /// 失败原因: such as `PAYEE_ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 跳转领取页面的package信息: such as `affffddafdfafddffda==`
    pub package_info: Option<String>,
}

/// The response of [`TransferBills::query_ecommerce_transfer_bill_by_out_bill_no`],
/// [`TransferBills::query_ecommerce_transfer_bill_by_transfer_bill_no`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct TransferBill {
    /// 服务商商户号: such as `1900001109`
    pub mchid: String,
    /// 二级商户号: such as `1900001121`
    pub sub_mchid: String,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
    /// 服务商AppID: such as `wxf636efh567hg4356`
    pub appid: String,
    /// 转账场景ID: such as `10001`
    pub transfer_scene_id: String,
    /// 单据状态: such as `ACCEPTED`
    pub state: String,
    /// 转账金额: such as `400000`
    pub transfer_amount: Fen,
    /// 转账备注: such as `2020年4月报销`
    pub transfer_remark: String,
    /// 失败原因: such as `PAYEE_ACCOUNT_ABNORMAL`
    pub fail_reason: Option<String>,
    /// 收款用户OpenID: such as `o-MYE42l80oelYMDE34nYD456Xoy`
    pub openid: Option<String>,
    /// 收款用户姓名
    pub user_name: Option<String>,
    /// 单据创建时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: DateTime,
    /// 状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
}

/// The request of [`TransferBills::cancel_ecommerce_transfer_bill`].
///
/// `CancelEcommerceTransferBillRequest::builder().sub_mchid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CancelEcommerceTransferBillRequest {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
}

rules! { CancelEcommerceTransferBillRequest {} }

/// The response of [`TransferBills::cancel_ecommerce_transfer_bill`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct CancelEcommerceTransferBillResponse {
    /// 二级商户号: such as `1900001109`
    pub sub_mchid: String,
    /// 商户单号: such as `plfk2020042013`
    pub out_bill_no: String,
    /// 微信转账单号: such as `1330000071100999991182020050700019480001`
    pub transfer_bill_no: String,
    /// 单据状态: such as `CANCELING`
    pub state: String,
    /// 状态变更时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: DateTime,
}
