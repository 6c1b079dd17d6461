//! The parameters of medical insurance (医保支付): those of JSAPI, with the number of the mixed order.

use std::time::SystemTime;

use serde::Serialize;

use super::{
    MiniProgramPayment, nonce,
    order::{MedicalOrder, MedicalSession, required},
};
use crate::{call_error::Result, client::Client};

/// The argument of `requestMedicalInsurancePay`, with which a web page inside WeChat or a mini program starts a payment
/// of medical insurance (调起医保自费混合支付).
///
/// ```no_run
/// # use wechatpay_client::{Client, Result, pay::{MedicalInsurancePayment, MedicalOrder}};
/// # async fn example<Order: MedicalOrder>(client: &Client, order: &Order, created: &Order::Response) -> Result<()> {
/// let payment = MedicalInsurancePayment::of(client, order, created).await?;
/// let script = format!(
///     r#"WeixinJSBridge.invoke("requestMedicalInsurancePay", {})"#,
///     serde_json::json!(payment),
/// );
/// # drop(script); Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct MedicalInsurancePayment {
    /// The appid of the official account (公众号) or mini program.
    pub appid: String,
    /// The number of the order at WeChat Pay (医保自费混合订单号, `mixTradeNo`). The signature does not cover it.
    pub mix_trade_no: String,
    /// The signed members, which are the same as for a mini program. `None` if insurance pays everything
    /// (`INSURANCE_ONLY`): then the front end passes no signature.
    #[serde(flatten)]
    pub payment: Option<MiniProgramPayment>,
}

impl MedicalInsurancePayment {
    /// Signs the payment of an order, with the time now and a fresh nonce: `order` is the request that was sent, and
    /// `session` is its response. The `prepay_id` of the part in cash is that of the order.
    ///
    /// # Errors
    ///
    /// - [`SigningErrorKind::InvalidValue`](crate::error::SigningErrorKind::InvalidValue): the order does not say which
    ///   app starts the payment, or has no `prepay_id` and is not `INSURANCE_ONLY`; the response has no `mix_trade_no`.
    /// - The errors of [`sign`](Self::sign).
    pub async fn of<Order: MedicalOrder + ?Sized>(
        client: &Client,
        order: &Order,
        session: &Order::Response,
    ) -> Result<Self> {
        let prepay_id = match order.mix_pay_type() {
            "INSURANCE_ONLY" => None,
            _ => Some(required("prepay_id", order.prepay_id())?),
        };
        Self::sign(client, order.appid()?, session.mix_trade_no()?, prepay_id).await
    }

    /// Signs the payment of the order `mix_trade_no` in the app `appid`, with the time now and a fresh nonce.
    /// `prepay_id` belongs to the part that the user pays in cash (自费): `None` if insurance pays everything.
    ///
    /// # Errors
    ///
    /// The errors of [`MiniProgramPayment::sign`].
    pub async fn sign(
        client: &Client,
        appid: &str,
        mix_trade_no: &str,
        prepay_id: Option<&str>,
    ) -> Result<Self> {
        let (now, nonce) = (SystemTime::now(), nonce()?);
        Self::sign_at(client, appid, mix_trade_no, prepay_id, now, &nonce).await
    }

    /// Signs like [`sign`](Self::sign), but with the given timestamp and nonce. The nonce has at most 32 letters and
    /// digits.
    ///
    /// # Errors
    ///
    /// The errors of [`sign`](Self::sign).
    pub async fn sign_at(
        client: &Client,
        appid: &str,
        mix_trade_no: &str,
        prepay_id: Option<&str>,
        timestamp: SystemTime,
        nonce: &str,
    ) -> Result<Self> {
        let payment = match prepay_id {
            Some(id) => {
                Some(MiniProgramPayment::sign_at(client, appid, id, timestamp, nonce).await?)
            }
            None => None,
        };
        Ok(Self {
            appid: appid.to_owned(),
            mix_trade_no: mix_trade_no.to_owned(),
            payment,
        })
    }
}
