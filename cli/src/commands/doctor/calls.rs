//! The calls of the doctor, and the problem behind a call that failed.

use std::error::Error as _;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use wechatpay_client::{
    __private::command::is_made_by_trusted_key,
    ApiError, Client, Error, ErrorKind, Merchant, Result, Sensitive, Verified, Verifier,
    error::{
        CertificateListErrorKind, CertificatesError, CertificatesErrorKind, SignErrorDiagnosis,
        TransportError, TransportErrorKind, VerifyDiagnosis, VerifyError, VerifyErrorKind,
    },
    wechatpay_api,
};

use super::{
    check::CheckResult,
    response::{
        UNCHANGED, arrived, of_damage, of_mismatch, of_old_response, of_refused_time, of_unsigned,
        wrong_id,
    },
};
use crate::{
    failure::{SILENT_PORT, with_sources},
    no_connection::{NoConnection, Way},
    on_the_way::OnTheWay,
};

/// The operations. None of them changes anything.
#[wechatpay_api]
pub(super) trait Calls {
    #[wechatpay_api(GET "/v3/pay/transactions/out-trade-no/{out_trade_no}")]
    async fn query_order(
        &self,
        out_trade_no: &str,
        #[query] mchid: &str,
    ) -> Result<Verified<Value>>;

    #[wechatpay_api(GET "/v3/global/transactions/out-trade-no/{out_trade_no}")]
    async fn query_global_order(
        &self,
        out_trade_no: &str,
        #[query] mchid: &str,
    ) -> Result<Verified<Value>>;

    #[wechatpay_api(GET "/brand/marketing/product-coupon/notify-configs")]
    async fn query_brand(&self) -> Result<Verified<Value>>;

    /// 商户签名验签／加解密测试
    #[wechatpay_api(POST "/v3/security/echo", idempotent)]
    async fn echo(&self, body: &Echo) -> Result<Verified<Echoed>>;

    /// The same, without the message that comes back encrypted: a command that signs does not decrypt.
    #[wechatpay_api(POST "/v3/security/echo", idempotent)]
    async fn echo_undecrypted(&self, body: &Echo) -> Result<Verified<EchoedPlaintext>>;
}

/// The request of the self-test. The order of its members is not that of the alphabet, so that a proxy that sorts members
/// changes the body.
#[derive(Debug, Serialize)]
pub(super) struct Echo {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) notify_url: Option<String>,
    pub(super) encrypted_echo_message: Sensitive,
    pub(super) echo_message: &'static str,
}

/// The response of the self-test.
#[derive(Debug, Deserialize)]
pub(super) struct Echoed {
    pub(super) echo_message: String,
    #[serde(default)]
    pub(super) encrypted_echo_message: Option<Sensitive>,
}

/// The response of the self-test, without its encrypted message.
#[derive(Debug, Deserialize)]
pub(super) struct EchoedPlaintext {
    echo_message: String,
}

impl From<EchoedPlaintext> for Echoed {
    fn from(EchoedPlaintext { echo_message }: EchoedPlaintext) -> Self {
        Self {
            echo_message,
            encrypted_echo_message: None,
        }
    }
}

/// A call that got a verified response: a success, or a refusal.
#[derive(Debug)]
pub(super) struct Responded<T> {
    pub(super) key_id: String,
    /// The body of a success, or the text of a refusal.
    pub(super) body: Result<T, String>,
}

/// The check that a failed call belongs to, and the finding.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) check: &'static str,
    pub(super) finding: CheckResult,
    /// The seconds by which WeChat Pay's clock is ahead, if WeChat Pay refused the time of the request.
    pub(super) server_ahead: Option<i64>,
    /// The ID of the public key that signed, if no key with this ID is configured.
    pub(super) served_id: Option<String>,
    /// The response has a signature, so that WeChat Pay accepted the one of the request.
    pub(super) is_signed: bool,
}

/// The parts of the configuration that a diagnosis needs.
#[derive(Debug)]
pub(super) struct Keys {
    pub(super) client: Client,
    pub(super) merchant: Merchant,
    pub(super) verifier: Verifier,
    /// The host or base URL, for messages.
    pub(super) host: String,
    pub(super) way: Way,
    /// The seconds by which the clock of the client is ahead of the machine's.
    pub(super) ahead: i64,
}

impl Keys {
    /// Sorts the result of a call. A refusal that is verified counts as a response, which proves the same, unless the
    /// signature of the request is refused.
    pub(super) fn sort<T>(&self, result: Result<Verified<T>>) -> Result<Responded<T>, Problem> {
        let error = match result {
            Ok(verified) => {
                return Ok(Responded {
                    key_id: verified.key_id().to_owned(),
                    body: Ok(verified.into_inner()),
                });
            }
            Err(error) => error,
        };
        match error.kind() {
            ErrorKind::Api(refusal) if refusal.is_authenticated() && !is_of_signature(refusal) => {
                Ok(Responded {
                    key_id: refusal.key_id().unwrap_or_default().to_owned(),
                    body: Err(refusal.to_string()),
                })
            }
            kind => Err(self.problem(kind, &error)),
        }
    }

    /// Makes the self-test of a merchant who does not decrypt.
    pub(super) async fn echo_undecrypted(&self, body: &Echo) -> Result<Responded<Echoed>, Problem> {
        let Responded { key_id, body } = self.sort(self.client.echo_undecrypted(body).await)?;
        Ok(Responded {
            key_id,
            body: body.map(Echoed::from),
        })
    }

    fn problem(&self, kind: &ErrorKind, error: &Error) -> Problem {
        if let Some(found) = OnTheWay::of(kind) {
            let text = found.text().unwrap_or_else(|| with_sources(error));
            let finding = CheckResult::finding(format!("{}: {text}", self.host));
            return Problem::new("connection", finding.with_step(found.step()));
        }
        match kind {
            ErrorKind::Transport(transport) => self.of_transport(transport),
            ErrorKind::Api(refusal) => self.of_refusal(refusal),
            ErrorKind::Verify(unverified) => self.of_unverified(unverified),
            ErrorKind::Certificates(certificates) => self.of_certificates(certificates, error),
            ErrorKind::Signing(_) => Problem::new("signature", CheckResult::finding(with_sources(error)).with_step(
                "let the command of --sign-with read the message from its standard input, and write the signature",
            )),
            _ => Problem::new(
                "query",
                CheckResult::finding(with_sources(error))
                    .with_step("correct the value that the message names, then run the check again"),
            ),
        }
    }

    fn of_transport(&self, error: &TransportError) -> Problem {
        let text = with_sources(error);
        if let Some(cause) = NoConnection::of_transport(error) {
            let text = cause.text(&text, &self.way);
            let finding = CheckResult::finding(format!("{}: {text}", self.host));
            let steps = cause.steps(&self.way).into_iter();
            return Problem::new("connection", steps.fold(finding, CheckResult::with_step));
        }
        let finding = CheckResult::finding(format!("{}: {text}", self.host));
        let to_do = match error.kind() {
            TransportErrorKind::Timeout => {
                "the server did not respond in time: give more time with --timeout, or ask who runs the server or the proxy on the way"
            }
            TransportErrorKind::Exchange if self.host.starts_with("http://") => SILENT_PORT,
            _ => {
                "run the check again; if it fails again, ask who runs the proxy or gateway on the way"
            }
        };
        Problem::new("connection", finding.with_step(to_do))
    }

    /// The problem of an error response that is not verified, or refuses the signature of the request.
    fn of_refusal(&self, error: &ApiError) -> Problem {
        let Some(cause) = error.likely_cause() else {
            return match error.code() {
                Some("SIGN_ERROR") => Problem::new(
                    "signature",
                    CheckResult::finding(error).with_step(
                        "compare mchid, serial number and certificate with the merchant platform (商户平台 → 账户中心 → API安全)",
                    ),
                ),
                Some(_) if error.status() < 500 && !error.is_rate_limited() => {
                    Problem::new("proxy", of_unsigned(error))
                }
                _ => Problem::new(
                    "connection",
                    CheckResult::finding(format!("{}: {error}", self.host)).with_step(
                        "something on the way responded in place of WeChat Pay, or WeChat Pay is busy: check proxy and base URL, then run the check again",
                    ),
                ),
            };
        };
        let check = match cause {
            SignErrorDiagnosis::Clock { .. } => "clock",
            SignErrorDiagnosis::AuthorizationChanged
            | SignErrorDiagnosis::MethodChanged
            | SignErrorDiagnosis::TargetChanged
            | SignErrorDiagnosis::TargetPrefixed
            | SignErrorDiagnosis::BodyChanged { .. } => "proxy",
            _ => "signature",
        };
        let server_ahead = match cause {
            SignErrorDiagnosis::Clock { server_ahead } => *server_ahead,
            _ => None,
        };
        let mut finding = CheckResult::diagnosis(&cause.to_string());
        if let SignErrorDiagnosis::BodyChanged { .. } = cause {
            finding.detail.push_str(&arrived(error).unwrap_or_default());
        }
        Problem {
            server_ahead,
            ..Problem::new(check, finding)
        }
    }

    /// The problem of a response whose signature does not verify.
    fn of_unverified(&self, error: &VerifyError) -> Problem {
        if let VerifyErrorKind::TimestampOutOfWindow { ahead } = error.kind() {
            return match error.status() {
                401 => of_refused_time(*ahead),
                _ => Problem::new("clock", of_old_response(*ahead)),
            };
        }
        match self.diagnosis(error) {
            Some(
                VerifyDiagnosis::PublicKeyMode
                | VerifyDiagnosis::CertificateMode
                | VerifyDiagnosis::OtherKey
                | VerifyDiagnosis::CertificatesNotDownloaded
                | VerifyDiagnosis::KeyId { .. },
            ) => Problem {
                served_id: served_id(error.kind()),
                ..Problem::signed("served_key", self.of_served_key(error))
            },
            Some(VerifyDiagnosis::Clock { ahead }) => Problem::new("clock", of_old_response(ahead)),
            Some(cause) => {
                let text = cause.to_string();
                let detail = text.split_once(": ").map_or(&*text, |(detail, _)| detail);
                Problem::new(
                    "proxy",
                    CheckResult::finding(format!("on the way back, {detail}")).with_step(UNCHANGED),
                )
            }
            None if *error.kind() == VerifyErrorKind::SignatureMismatch => {
                of_mismatch(is_made_by_trusted_key(error, &self.verifier))
            }
            None => Problem::new("proxy", of_damage(error.kind())),
        }
    }

    /// The text of a diagnosis, or else of the error.
    fn text(&self, error: &VerifyError) -> String {
        let cause = self.diagnosis(error);
        cause.map_or_else(|| error.to_string(), |cause| cause.to_string())
    }

    fn diagnosis(&self, error: &VerifyError) -> Option<VerifyDiagnosis> {
        error.diagnose(&self.verifier, Some(&self.merchant))
    }

    /// The finding about a response that another key signed than the configured ones.
    fn of_served_key(&self, error: &VerifyError) -> CheckResult {
        let VerifyErrorKind::UnknownKeyId { key_id } = error.kind() else {
            return CheckResult::diagnosis(&self.text(error));
        };
        if let Some(VerifyDiagnosis::KeyId { trusted }) = self.diagnosis(error) {
            return wrong_id(key_id, &trusted);
        }
        let detail = match key_id.starts_with("PUB_KEY_ID_") {
            true => {
                format!("WeChat Pay signed with the public key {key_id}, which is not configured")
            }
            false => format!(
                "WeChat Pay signed with the platform certificate {key_id}, which is not configured: the configured key or its ID is not the one of this merchant, or the merchant still has certificates"
            ),
        };
        CheckResult::finding(detail)
            .with_step("compare the ID of the public key: 商户平台 → 账户中心 → API安全 → 微信支付公钥")
            .with_step("if the merchant has platform certificates, configure one with --platform-certificate")
    }

    fn of_certificates(&self, certificates: &CertificatesError, error: &Error) -> Problem {
        if let Some(kind) = certificates
            .source()
            .and_then(|source| source.downcast_ref::<ErrorKind>())
        {
            return self.problem(kind, error);
        }
        let finding = CheckResult::finding(with_sources(certificates));
        match certificates.kind() {
            CertificatesErrorKind::NotIssued => Problem::new(
                "served_key",
                finding.with_step("give --public-key FILE and --public-key-id ID: 商户平台 → 账户中心 → API安全 → 微信支付公钥"),
            ),
            CertificatesErrorKind::Rejected(CertificateListErrorKind::DecryptFailed) => Problem::new(
                "served_key",
                finding.with_step("set the APIv3 key as it is on the merchant platform: 商户平台 → 账户中心 → API安全 → APIv3密钥"),
            ),
            CertificatesErrorKind::Rejected(CertificateListErrorKind::Unverified(
                VerifyErrorKind::SignatureMismatch,
            )) => Problem::new("proxy", finding.with_step(UNCHANGED)),
            _ => Problem::new(
                "served_key",
                finding.with_step("run the check again, or `wechatpay certificates`"),
            ),
        }
    }
}

impl Problem {
    pub(super) const fn new(check: &'static str, finding: CheckResult) -> Self {
        Self {
            check,
            finding,
            server_ahead: None,
            served_id: None,
            is_signed: false,
        }
    }

    /// The problem of a response that has a signature.
    pub(super) fn signed(check: &'static str, finding: CheckResult) -> Self {
        Self {
            is_signed: true,
            ..Self::new(check, finding)
        }
    }
}

fn served_id(kind: &VerifyErrorKind) -> Option<String> {
    match kind {
        VerifyErrorKind::UnknownKeyId { key_id } if key_id.starts_with("PUB_KEY_ID_") => {
            Some(key_id.clone())
        }
        _ => None,
    }
}

fn is_of_signature(refusal: &ApiError) -> bool {
    refusal.code() == Some("SIGN_ERROR")
}
