//! The values that an order and its response give to the payment parameters.

use crate::{
    call_error::{Error, Result},
    client::Client,
    sign::{SignedValueError, SignedValueErrorKind, SigningError, SigningErrorKind},
};

/// An order that a web page inside WeChat or a mini program pays: the request of a JSAPI order (JSAPI下单).
///
/// The orders of `wechatpay-endpoints` implement this trait. A request that a program declares may implement it too:
///
/// ```no_run
/// use serde::{Deserialize, Serialize};
/// use wechatpay_client::{
///     Client, Result,
///     pay::{JsapiOrder, JsapiPayment, PrepaySession},
///     wechatpay_api,
/// };
///
/// #[wechatpay_api(POST "/v3/pay/transactions/jsapi")]
/// trait PrepayJsapi {
///     async fn prepay_jsapi(&self, body: &Order) -> Result<Prepaid>;
/// }
///
/// #[derive(Serialize)]
/// struct Order {
///     appid: String,
///     mchid: String,
///     // … and the other members
/// #    description: String, out_trade_no: String, notify_url: String,
/// #    amount: serde_json::Value, payer: serde_json::Value,
/// }
///
/// #[derive(Deserialize)]
/// struct Prepaid {
///     prepay_id: String,
/// }
///
/// impl JsapiOrder for Order {
///     type Response = Prepaid;
///
///     fn appid(&self) -> Result<&str> {
///         Ok(&self.appid)
///     }
///
///     fn mchid(&self) -> Option<&str> {
///         Some(&self.mchid)
///     }
/// }
///
/// impl PrepaySession for Prepaid {
///     fn prepay_id(&self) -> Result<&str> {
///         Ok(&self.prepay_id)
///     }
/// }
///
/// async fn pay(client: &Client, order: &Order) -> Result<JsapiPayment> {
///     let prepaid = client.prepay_jsapi(order).await?;
///     JsapiPayment::of(client, order, &prepaid).await
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no order that a web page inside WeChat or a mini program pays",
    label = "no `JsapiOrder`",
    note = "APP orders are paid with `AppPayment`, H5 orders with `h5_url`, Native orders with a QR code of the response's `code_url`, medical insurance with `MedicalInsurancePayment`"
)]
pub trait JsapiOrder {
    /// The response to the order. Orders of other trade types have responses of other types, so that the compiler tells
    /// them apart.
    type Response: PrepaySession;

    /// The appid of the official account (公众号) or mini program that starts the payment: the appid under which the
    /// payer has the openid of the order. An order of a service provider has the appid by [`OrderApps::of_payer`].
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): the order does not say which
    /// app it is.
    fn appid(&self) -> Result<&str>;

    /// The merchant number (商户号) of the merchant or service provider (服务商) that places the order: `sp_mchid`,
    /// `combine_mchid` in a combined order (合单), else `mchid`. A client of another merchant is an error; `None` fits
    /// every client.
    fn mchid(&self) -> Option<&str> {
        None
    }

    /// The trade type (`trade_type`) of an order whose type also serves other trade types. Another text than `JSAPI` is
    /// an error.
    fn trade_type(&self) -> Option<&str> {
        None
    }
}

/// An order that a mobile app pays: the request of an APP order (APP下单).
///
/// The orders of `wechatpay-endpoints` implement this trait. A request that a program declares may implement it too, as
/// the example of [`JsapiOrder`] shows.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no order that a mobile app pays",
    label = "no `AppOrder`",
    note = "JSAPI orders are paid with `JsapiPayment` or `MiniProgramPayment`, H5 orders with `h5_url`, Native orders with a QR code of the response's `code_url`"
)]
pub trait AppOrder {
    /// The response to the order. Orders of other trade types have responses of other types, so that the compiler tells
    /// them apart.
    type Response: PrepaySession;

    /// The appid of the app that starts the payment. An order of a service provider has the appid by
    /// [`OrderApps::of_app`].
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): the order does not say which
    /// app it is.
    fn appid(&self) -> Result<&str>;

    /// The merchant number (商户号) of the payee: `sub_mchid` in an order of a service provider (服务商),
    /// `combine_mchid` in a combined order (合单), else `mchid`.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): the order has no number of the
    /// payee, or several.
    fn partnerid(&self) -> Result<&str>;

    /// The merchant number (商户号) of the merchant or service provider (服务商) that places the order: `sp_mchid`,
    /// `combine_mchid` in a combined order (合单), else `mchid`. A client of another merchant is an error; `None` fits
    /// every client.
    fn mchid(&self) -> Option<&str> {
        None
    }

    /// The trade type (`trade_type`) of an order whose type also serves other trade types. Another text than `APP` is an
    /// error.
    fn trade_type(&self) -> Option<&str> {
        None
    }
}

/// An order of medical insurance (医保自费混合收款下单): the request of `POST /v3/med-ins/orders`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no order of medical insurance",
    label = "no `MedicalOrder`",
    note = "the request of `POST /v3/med-ins/orders` is such an order"
)]
pub trait MedicalOrder {
    /// The response to the order.
    type Response: MedicalSession;

    /// The appid of the official account (公众号) or mini program that starts the payment: the appid under which the
    /// payer has the openid of the order, by [`OrderApps::of_payer`].
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): the order does not say which
    /// app it is.
    fn appid(&self) -> Result<&str>;

    /// The parts of the payment (`mix_pay_type`): `CASH_ONLY`, `INSURANCE_ONLY` or `CASH_AND_INSURANCE`.
    fn mix_pay_type(&self) -> &str;

    /// The `prepay_id` of the part that the user pays in cash (自费).
    fn prepay_id(&self) -> Option<&str>;
}

/// The response to an order, with the ID of the session in which the user pays (预支付交易会话标识).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no response with a `prepay_id`",
    label = "no `PrepaySession`",
    note = "implement `PrepaySession` for the response to the order; H5 orders are paid with `h5_url`, Native orders with the response's `code_url`"
)]
pub trait PrepaySession {
    /// The `prepay_id`, which expires after two hours.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): the response has no
    /// `prepay_id`. [`returned`] makes this error.
    fn prepay_id(&self) -> Result<&str>;
}

/// The response to an order of medical insurance.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no response with a `mix_trade_no`",
    label = "no `MedicalSession`",
    note = "implement `MedicalSession` for the response to the order"
)]
pub trait MedicalSession {
    /// The number of the order at WeChat Pay (医保自费混合订单号).
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): the response has no
    /// `mix_trade_no`. [`returned`] makes this error.
    fn mix_trade_no(&self) -> Result<&str>;
}

/// The apps of an order that has several, each with the openid that the payer has there.
///
/// ```
/// use wechatpay_client::pay::OrderApps;
///
/// let apps = OrderApps {
///     sp_appid: Some("wx8888888888888888"),
///     sub_appid: Some("wxd678efh567hg6999"),
///     sub_openid: Some("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"),
///     ..OrderApps::default()
/// };
/// assert_eq!(apps.of_payer()?, "wxd678efh567hg6999");
/// # Ok::<_, wechatpay_client::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "built by users as a literal")]
pub struct OrderApps<'a> {
    /// The appid of the merchant, or of the initiator of a combined order (`combine_appid`).
    pub appid: Option<&'a str>,
    /// The payer's openid under `appid`.
    pub openid: Option<&'a str>,
    /// The appid of the service provider (服务商).
    pub sp_appid: Option<&'a str>,
    /// The payer's openid under `sp_appid`.
    pub sp_openid: Option<&'a str>,
    /// The appid of the sub-merchant (子商户).
    pub sub_appid: Option<&'a str>,
    /// The payer's openid under `sub_appid`.
    pub sub_openid: Option<&'a str>,
}

impl<'a> OrderApps<'a> {
    /// The appid under which the payer has the openid of the order.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue):
    ///
    /// - [`NoOpenid`](crate::error::SignedValueErrorKind::NoOpenid): the payer has no openid.
    /// - [`SeveralOpenids`](crate::error::SignedValueErrorKind::SeveralOpenids): the payer has several openids.
    /// - [`NotInOrder`](crate::error::SignedValueErrorKind::NotInOrder): the order has no appid for the openid.
    pub fn of_payer(&self) -> Result<&'a str> {
        let mut apps = [
            ("appid", self.appid, self.openid),
            ("sp_appid", self.sp_appid, self.sp_openid),
            ("sub_appid", self.sub_appid, self.sub_openid),
        ]
        .into_iter()
        .filter(|(_, _, openid)| present(*openid).is_some());
        match (apps.next(), apps.next()) {
            (Some((name, appid, _)), None) => required(name, appid),
            (None, _) => Err(error("payer", SignedValueErrorKind::NoOpenid)),
            (Some(_), Some(_)) => Err(error("payer", SignedValueErrorKind::SeveralOpenids)),
        }
    }

    /// Like [`of_payer`](Self::of_payer), for a combined order (合单): a `sub_openid` belongs to the only appid among
    /// `sub_appids`, those of the orders that it combines.
    ///
    /// # Errors
    ///
    /// Those of [`of_payer`](Self::of_payer), and
    /// [`SeveralInOrder`](crate::error::SignedValueErrorKind::SeveralInOrder): the payer has a `sub_openid`, and the
    /// combined orders have different appids.
    pub fn of_combined_payer(
        &self,
        sub_appids: impl IntoIterator<Item = Option<&'a str>>,
    ) -> Result<&'a str> {
        let sub_appid = match present(self.sub_openid) {
            Some(_) => only("sub_appid", sub_appids)?,
            None => None,
        };
        Self { sub_appid, ..*self }.of_payer()
    }

    /// The appid of an order without a payer: `sub_appid` if the order has one, else `sp_appid`, else `appid`.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue):
    ///
    /// - [`NotInOrder`](crate::error::SignedValueErrorKind::NotInOrder): the order has no appid.
    /// - [`SeveralInOrder`](crate::error::SignedValueErrorKind::SeveralInOrder): the order has the appid of a merchant
    ///   (`appid`) beside another appid.
    pub fn of_app(&self) -> Result<&'a str> {
        let partner = present(self.sub_appid).or_else(|| present(self.sp_appid));
        required("appid", only("appid", [self.appid, partner])?)
    }

    /// Like [`of_app`](Self::of_app), for a combined order (合单): `appid`, if no order that it combines has another
    /// among `sub_appids`.
    ///
    /// # Errors
    ///
    /// [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue):
    ///
    /// - [`NotInOrder`](crate::error::SignedValueErrorKind::NotInOrder): the order has no `appid`.
    /// - [`SeveralInOrder`](crate::error::SignedValueErrorKind::SeveralInOrder): an order that it combines has another
    ///   appid. No official page says which one starts the payment.
    pub fn of_combined_app(
        &self,
        sub_appids: impl IntoIterator<Item = Option<&'a str>>,
    ) -> Result<&'a str> {
        let appid = required("appid", self.appid)?;
        only("sub_appid", sub_appids.into_iter().chain([Some(appid)]))?;
        Ok(appid)
    }
}

/// The value of a member that the order must have, for an implementation of the traits above.
///
/// # Errors
///
/// [`NotInOrder`](crate::error::SignedValueErrorKind::NotInOrder): there is no value.
pub fn required<'a>(member: &'static str, value: Option<&'a str>) -> Result<&'a str> {
    present(value).ok_or_else(|| error(member, SignedValueErrorKind::NotInOrder))
}

/// The value of a member that the response must have.
///
/// # Errors
///
/// [`NotInResponse`](crate::error::SignedValueErrorKind::NotInResponse): there is no value.
pub fn returned<'a>(member: &'static str, value: Option<&'a str>) -> Result<&'a str> {
    present(value).ok_or_else(|| error(member, SignedValueErrorKind::NotInResponse))
}

/// The only value of members that must agree, such as the appids of the orders in a combined order; `None` if none has a
/// value.
///
/// # Errors
///
/// [`SeveralInOrder`](crate::error::SignedValueErrorKind::SeveralInOrder): there are different values.
pub fn only<'a>(
    member: &'static str,
    values: impl IntoIterator<Item = Option<&'a str>>,
) -> Result<Option<&'a str>> {
    let mut values = values.into_iter().filter_map(present);
    let first = values.next();
    if values.any(|value| Some(value) != first) {
        return Err(error(member, SignedValueErrorKind::SeveralInOrder));
    }
    Ok(first)
}

/// Refuses an order of another trade type.
pub(super) fn check_trade_type(trade_type: Option<&str>, expected: &'static str) -> Result<()> {
    match trade_type {
        Some(other) if other != expected => Err(error(
            "trade_type",
            SignedValueErrorKind::OtherTradeType { expected },
        )),
        _ => Ok(()),
    }
}

/// Refuses an order that the client's merchant did not place.
pub(super) fn check_merchant(client: &Client, mchid: Option<&str>) -> Result<()> {
    let Some(in_order) = present(mchid) else {
        return Ok(());
    };
    let merchant = client.signing_merchant()?;
    if merchant.mchid() == in_order {
        return Ok(());
    }
    let kind = SigningErrorKind::OtherMerchant {
        in_order: in_order.to_owned(),
        of_client: merchant.mchid().to_owned(),
    };
    Err(SigningError::from(kind).into())
}

/// The value, unless it is empty.
fn present(value: Option<&str>) -> Option<&str> {
    value.filter(|value| !value.is_empty())
}

/// The error of a transfer that waits for no user.
pub(super) fn not_to_confirm(member: &'static str) -> Error {
    error(member, SignedValueErrorKind::NotToConfirm)
}

fn error(member: &'static str, kind: SignedValueErrorKind) -> Error {
    SigningError::from(SignedValueError::new(member, kind)).into()
}
