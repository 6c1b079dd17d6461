//! 电子小票.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, UploadFile, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 电子小票
#[wechatpay_api(defaults)]
pub trait ShoppingReceipts {
    /// 上传电子小票
    ///
    /// `POST /v3/marketing/shopping-receipt/shoppingreceipts`
    #[wechatpay_api(POST "/v3/marketing/shopping-receipt/shoppingreceipts", upload)]
    async fn upload_shopping_receipt(
        &self,
        body: &ShoppingReceiptMeta,
        file: &UploadFile,
    ) -> Result<UploadShoppingReceiptResponse>;

    /// 上传商家电子小票跳转信息
    ///
    /// `POST /v3/marketing/shopping-receipt/merchantshoppingreceiptjumpinfos`
    #[wechatpay_api(POST "/v3/marketing/shopping-receipt/merchantshoppingreceiptjumpinfos")]
    async fn upload_shopping_receipt_jump_info(
        &self,
        body: &UploadShoppingReceiptJumpInfoRequest,
    ) -> Result<UploadShoppingReceiptJumpInfoResponse>;
}

/// The `meta` of [`ShoppingReceipts::upload_shopping_receipt`].
///
/// `ShoppingReceiptMeta::builder().build()`. For an `Option`, use setters such as
/// `maybe_transaction_id`.
///
/// Sensitive members serialize only inside the client, which encrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct ShoppingReceiptMeta {
    /// 微信支付订单的交易单号
    pub transaction_id: Option<String>,
    /// 微信支付订单的下单商户号
    pub transaction_mchid: Option<String>,
    /// 微信支付订单的下单子商户号
    pub transaction_sub_mchid: Option<String>,
    /// 微信支付订单的商户订单号
    pub out_trade_no: Option<String>,
    /// 微信支付订单中OpenID
    pub openid: Option<String>,
    /// 图片文件的文件摘要
    pub sha256: Option<String>,
    /// 用户与商家的联系渠道
    pub merchant_contact_information: Option<MerchantContactInformation>,
    /// 上传时间
    pub upload_time: Option<String>,
}

rules! { ShoppingReceiptMeta {} }

/// 用户与商家的联系渠道
///
/// `MerchantContactInformation::builder().build()`. For an `Option`, use setters such as
/// `maybe_consultation_phone_number`.
///
/// Sensitive members serialize and deserialize only inside the client, which encrypts and decrypts
/// them. Tests use `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(Sensitive, into)))]
#[non_exhaustive]
pub struct MerchantContactInformation {
    /// 品牌售后部门的咨询电话: encrypted
    pub consultation_phone_number: Option<Sensitive>,
}

/// The response of [`ShoppingReceipts::upload_shopping_receipt`].
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct UploadShoppingReceiptResponse {
    /// 电子小票上传信息
    pub receipt: ShoppingReceipt,
}

/// 电子小票上传信息
///
/// Sensitive members deserialize only inside the client, which decrypts them. Tests use
/// `wechatpay_client::testing::expose_sensitive`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct ShoppingReceipt {
    /// 电子小票ID: such as `121630001`
    pub receipt_id: String,
    /// 电子小票图片审核状态: such as `WAIT_REVIEW`
    pub state: ShoppingReceiptState,
    /// 微信支付订单的交易单号: such as `1217752501201407033233368018`
    pub transaction_id: String,
    /// 微信支付订单的商户号: such as `1230000109`
    pub transaction_mchid: Option<String>,
    /// 微信支付订单的子商户号: such as `1230000109`
    pub transaction_sub_mchid: Option<String>,
    /// 微信支付订单中OpenID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: String,
    /// 电子小票归属品牌的ID
    pub brand_id: Option<i64>,
    /// 图片文件的文件摘要
    pub sha256: String,
    /// 标识电子小票图片类型: such as `PNG`
    pub image_type: String,
    /// 电子小票创建的时间: such as `2015-05-20T13:29:35+08:00`
    pub create_time: DateTime,
    /// 电子小票最后一次修改时间: such as `2015-05-20T13:29:35+08:00`
    pub modify_time: DateTime,
    /// 用户与商家的联系渠道
    pub merchant_contact_information: Option<MerchantContactInformation>,
    /// 上传时间: such as `2021-05-20T13:29:35.120+08:00`
    pub upload_time: Option<DateTime>,
}

/// The request of [`ShoppingReceipts::upload_shopping_receipt_jump_info`].
///
/// `UploadShoppingReceiptJumpInfoRequest::builder().transaction_id(…).openid(…).jump_info(…).build()`.
/// For an `Option`, use setters such as `maybe_transaction_mchid`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(
    not(doc),
    derive(bon::Builder),
    builder(on(String, into), on(DateTime, into))
)]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct UploadShoppingReceiptJumpInfoRequest {
    /// 微信支付订单号: such as `4200000008202209139188072801`
    pub transaction_id: String,
    /// 商户号: such as `1230000109`
    pub transaction_mchid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub transaction_sub_mchid: Option<String>,
    /// 下单用户OpenID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: String,
    /// 商户上传时间: such as `2021-05-20T13:29:35.120+08:00`
    pub merchant_upload_time: Option<DateTime>,
    /// 跳转信息
    pub jump_info: JumpInfo,
}

rules! { UploadShoppingReceiptJumpInfoRequest {} }

/// 跳转信息
///
/// `JumpInfo::builder().merchant_appid(…).merchant_path(…).build()`
#[derive(Clone, Debug, Deserialize, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[non_exhaustive]
pub struct JumpInfo {
    /// A text, such as `example_merchant_appid`
    pub merchant_appid: String,
    /// 商户电子小票跳转信息小程序路径: such as `example_merchant_path`
    pub merchant_path: String,
}

/// The response of [`ShoppingReceipts::upload_shopping_receipt_jump_info`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct UploadShoppingReceiptJumpInfoResponse {
    /// 商家电子小票跳转信息
    pub merchant_jump_info: Option<MerchantJumpInfo>,
}

/// 商家电子小票跳转信息
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct MerchantJumpInfo {
    /// 微信支付订单号: such as `4200000008202209139188072801`
    pub transaction_id: String,
    /// 商户号: such as `1230000109`
    pub transaction_mchid: Option<String>,
    /// 子商户号: such as `1230000109`
    pub transaction_sub_mchid: Option<String>,
    /// 下单用户OpenID: such as `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o`
    pub openid: String,
    /// 商户上传时间: such as `2021-05-20T13:29:35.120+08:00`
    pub merchant_upload_time: Option<DateTime>,
    /// 跳转信息
    pub jump_info: JumpInfo,
    /// 创建时间: such as `2015-05-20T13:29:35+08:00`
    pub create_time: DateTime,
    /// 修改时间: such as `2015-05-20T13:29:35+08:00`
    pub modify_time: DateTime,
    /// 归属品牌ID: such as `1142`
    pub brand_id: Option<i64>,
}

open_enum! {
    /// 电子小票图片审核状态
    pub enum ShoppingReceiptState {
        WaitReview = "WAIT_REVIEW",
        NotPassReview = "NOT_PASS_REVIEW",
        PassReview = "PASS_REVIEW",
    }
}
