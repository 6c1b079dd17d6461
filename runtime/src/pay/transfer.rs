//! The parameters with which the user confirms the receipt of a transfer (商家转账). Nothing in them is signed: the
//! package that WeChat Pay returned is the proof.

use serde::Serialize;

use super::{
    api_v2::query_string,
    order::{not_to_confirm, required},
};
use crate::{call_error::Result, client::Client};

/// The argument of `requestMerchantTransfer`, with which a mini program or a web page inside WeChat lets the user confirm
/// the receipt of a transfer (调起用户确认收款). An app passes the [`query_string`](Self::query_string).
///
/// ```no_run
/// # use wechatpay_client::{Client, Result, pay::{MerchantTransfer, TransferRequest, TransferToConfirm}};
/// # fn example(client: &Client, request: &impl TransferRequest, accepted: &impl TransferToConfirm) -> Result<()> {
/// let transfer = MerchantTransfer::of(client, request, accepted)?;
/// let script = format!(
///     r#"WeixinJSBridge.invoke("requestMerchantTransfer", {})"#,
///     serde_json::json!(transfer),
/// );
/// # drop(script); Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MerchantTransfer {
    /// The merchant number (商户号) that made the transfer (`mchId`): the client's.
    pub mch_id: String,
    /// The sub-merchant (子商户号, `subMchId`) that pays, if a service provider (服务商) made the transfer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_mch_id: Option<String>,
    /// The appid of the transfer (`appId`).
    pub app_id: String,
    /// The appid of the sub-merchant (`subAppId`), if the transfer has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_app_id: Option<String>,
    /// The transfer to confirm (`package`): the `package_info` that WeChat Pay returned.
    pub package: String,
}

impl MerchantTransfer {
    /// The parameters of a transfer that waits for the user: `request` was sent, and `bill` is its response, or that of
    /// the query by `out_bill_no`.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue):
    ///
    /// - [`NotInOrder`](crate::error::SignedValueErrorKind::NotInOrder): the request has no appid.
    /// - [`NotToConfirm`](crate::error::SignedValueErrorKind::NotToConfirm): the response has no package, because the
    ///   transfer does not wait for the user.
    pub fn of(
        client: &Client,
        request: &(impl TransferRequest + ?Sized),
        bill: &(impl TransferToConfirm + ?Sized),
    ) -> Result<Self> {
        let app_id = required("appid", Some(request.appid()?))?;
        let package = bill.package_info().filter(|package| !package.is_empty());
        let package = package.ok_or_else(|| not_to_confirm("package_info"))?;
        let owned = |text: Option<&str>| text.map(str::to_owned).filter(|text| !text.is_empty());
        Ok(Self {
            mch_id: client.signing_merchant()?.mchid().to_owned(),
            sub_mch_id: owned(request.sub_mchid()),
            app_id: app_id.to_owned(),
            sub_app_id: owned(request.sub_appid()),
            package: package.to_owned(),
        })
    }

    /// The `query` of an app's `WXOpenBusinessView` of the OpenSDK, whose `businessType` is `requestMerchantTransfer`.
    #[must_use]
    pub fn query_string(&self) -> String {
        let pairs = [
            ("mchId", Some(&self.mch_id)),
            ("subMchId", self.sub_mch_id.as_ref()),
            ("appId", Some(&self.app_id)),
            ("subAppId", self.sub_app_id.as_ref()),
            ("package", Some(&self.package)),
        ];
        let pairs = pairs.into_iter();
        query_string(pairs.filter_map(|(name, value)| Some((name, &**value?))))
    }
}

/// A transfer whose receipt the user confirms: the request of `POST /v3/fund-app/mch-transfer/transfer-bills`, or one of
/// its like with an authorization or by a service provider (服务商).
///
/// The requests of `wechatpay-endpoints` implement this trait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no transfer whose receipt a user confirms",
    label = "no `TransferRequest`",
    note = "the requests of `/v3/fund-app/mch-transfer/transfer-bills` and `/v3/fund-app/mch-transfer/partner/transfer-bills` are such transfers"
)]
pub trait TransferRequest {
    /// The appid of the mini program, official account (公众号) or app, under which the user has the openid.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): the request has no appid.
    /// [`required`] makes this error.
    fn appid(&self) -> Result<&str>;

    /// The number of the sub-merchant (子商户号) that pays, in a transfer of a service provider (服务商).
    fn sub_mchid(&self) -> Option<&str> {
        None
    }

    /// The appid of the sub-merchant, if the transfer has one.
    fn sub_appid(&self) -> Option<&str> {
        None
    }
}

/// The response to a transfer, or to its query by `out_bill_no`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no response with a `package_info`",
    label = "no `TransferToConfirm`",
    note = "pass the request that was sent, then its response or that of the query by `out_bill_no`"
)]
pub trait TransferToConfirm {
    /// The package (`package_info`), which WeChat Pay returns in the state `WAIT_USER_CONFIRM`.
    fn package_info(&self) -> Option<&str>;
}
