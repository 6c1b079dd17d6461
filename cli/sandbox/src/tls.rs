//! TLS of the sandbox: the certificate in its folder.

use std::{pin::Pin, sync::Arc, time::Duration};

use hyper_openssl::SslStream;
use hyper_util::rt::TokioIo;
use openssl::{
    asn1::Asn1TimeRef,
    error::ErrorStack,
    pkey::PKey,
    ssl::{AlpnError, Ssl, SslAcceptor, SslMethod, select_next_proto},
    x509::X509,
};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    time::timeout,
};

/// The time for a handshake.
const HANDSHAKE: Duration = Duration::from_secs(8);

/// Accepts connections over TLS.
#[derive(Clone)]
pub(crate) struct Tls {
    acceptor: Arc<SslAcceptor>,
}

/// Tests if a certificate is of an authority, has the key, and is valid until a time. All are PEM.
pub(crate) fn is_usable(
    authority: &[u8],
    certificate: &[u8],
    key: &[u8],
    until: &Asn1TimeRef,
) -> Result<bool, ErrorStack> {
    let certificate = X509::from_pem(certificate)?;
    let authority = X509::from_pem(authority)?.public_key()?;
    let has_key = certificate
        .public_key()?
        .public_eq(&*PKey::private_key_from_pem(key)?);
    Ok(has_key && certificate.verify(&authority)? && certificate.not_after() > until)
}

impl Tls {
    /// `certificate` and `key` are PEM.
    pub(crate) fn new(certificate: &[u8], key: &[u8]) -> Result<Self, ErrorStack> {
        let mut acceptor = SslAcceptor::mozilla_intermediate_v5(SslMethod::tls_server())?;
        acceptor.set_private_key(&*PKey::private_key_from_pem(key)?)?;
        acceptor.set_certificate(&*X509::from_pem(certificate)?)?;
        // A client that offers HTTP/2 gets HTTP/1.1.
        acceptor.set_alpn_select_callback(|_, offered| {
            select_next_proto(b"\x08http/1.1", offered).ok_or(AlpnError::NOACK)
        });
        let acceptor = Arc::new(acceptor.build());
        Ok(Self { acceptor })
    }

    /// The encrypted connection; `None` if the handshake fails, which the client reports.
    pub(crate) async fn accept<S>(&self, stream: S) -> Option<TokioIo<SslStream<TokioIo<S>>>>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let ssl = Ssl::new(self.acceptor.context()).ok()?;
        let mut stream = SslStream::new(ssl, TokioIo::new(stream)).ok()?;
        let accepted = timeout(HANDSHAKE, Pin::new(&mut stream).accept()).await;
        accepted.ok()?.ok()?;
        Some(TokioIo::new(stream))
    }
}

#[cfg(test)]
mod tests {
    use openssl::asn1::Asn1Time;
    use wechatpay_client::gateway::sandbox::TlsIdentity;

    use super::*;

    #[test]
    fn a_certificate_is_usable_with_its_authority_and_key_until_it_expires() {
        let [one, other] = [(); 2].map(|()| TlsIdentity::generate(&["localhost"]).unwrap());
        let usable = |authority: &[u8], key: &[u8], days| {
            let until = Asn1Time::days_from_now(days).unwrap();
            is_usable(authority, &one.certificate, key, &until)
        };
        assert!(usable(&one.authority, &one.private_key, 300).unwrap());
        assert!(!usable(&one.authority, &one.private_key, 366).unwrap());
        assert!(!usable(&other.authority, &one.private_key, 1).unwrap());
        assert!(!usable(&one.authority, &other.private_key, 1).unwrap());
        assert!(usable(b"no PEM", &one.private_key, 1).is_err());
    }
}
