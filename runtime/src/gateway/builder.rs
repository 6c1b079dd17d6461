//! Starts a gateway.

use std::{
    fmt, io,
    net::Ipv4Addr,
    sync::{Arc, Mutex},
};

use tokio::net::TcpListener;

use super::{
    Gateway,
    context::{GatewayContext, GatewayState},
    handler::Handler,
    keys::GatewayKeys,
    merchant::GatewayMerchant,
    operations::Operations,
    server::accept,
};

/// Builds a [`Gateway`]: see [`Gateway::builder`].
#[derive(Default)]
#[must_use]
pub struct GatewayBuilder {
    operations: Option<Arc<dyn Operations>>,
    merchants: Vec<GatewayMerchant>,
}

impl GatewayBuilder {
    /// Sets the operations that the gateway knows. The gateway checks the requests of these operations, scripted or not,
    /// and sends an example as the response of each that is not scripted. A second call replaces the operations.
    pub fn operations(mut self, operations: impl Operations + 'static) -> Self {
        self.operations = Some(Arc::new(operations));
        self
    }

    /// Adds a merchant, a service provider or a brand to those that the gateway serves. Call it again to add more. The
    /// same number may come with several certificates, as while a certificate is renewed.
    pub fn merchant(mut self, merchant: GatewayMerchant) -> Self {
        self.merchants.push(merchant);
        self
    }

    /// Starts the gateway on a free port, on the current tokio runtime.
    ///
    /// # Errors
    ///
    /// - No port is free.
    /// - OpenSSL cannot make keys.
    pub async fn start(self) -> io::Result<Gateway> {
        let keys = GatewayKeys::get_or_generate()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let mut merchants = vec![keys.merchant.clone(), keys.brand.clone()];
        merchants.extend(self.merchants);
        let address = listener.local_addr()?;
        let context = Arc::new(GatewayContext {
            merchant: keys.merchant.clone(),
            platform: keys.platform.clone(),
            operations: self.operations,
            state: Mutex::new(GatewayState {
                merchants,
                ..GatewayState::default()
            }),
        });
        let handler = Handler::new(Arc::clone(&context));
        let accepting = tokio::spawn(accept(listener, &keys.acceptor, handler));
        Ok(Gateway {
            address,
            keys,
            context,
            accepting,
        })
    }
}

impl fmt::Debug for GatewayBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GatewayBuilder")
            .field("knows_operations", &self.operations.is_some())
            .field("merchants", &self.merchants)
            .finish()
    }
}
