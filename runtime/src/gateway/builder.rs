//! Starts a gateway.

use std::{
    fmt, io,
    net::Ipv4Addr,
    sync::{Arc, Mutex},
};

use tokio::net::TcpListener;

use super::{
    Gateway, context::GatewayContext, keys::GatewayKeys, operations::Operations, server::accept,
};

/// Builds a [`Gateway`]: see [`Gateway::builder`].
#[derive(Default)]
#[must_use]
pub struct GatewayBuilder {
    operations: Option<Arc<dyn Operations>>,
}

impl GatewayBuilder {
    /// Sets the operations that the gateway knows. The gateway checks the requests of these operations, scripted or not,
    /// and sends an example as the response of each that is not scripted. A second call replaces the operations.
    pub fn operations(mut self, operations: impl Operations + 'static) -> Self {
        self.operations = Some(Arc::new(operations));
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
        let context = Arc::new(GatewayContext {
            address: listener.local_addr()?,
            keys,
            operations: self.operations,
            state: Mutex::default(),
        });
        let accepting = tokio::spawn(accept(listener, Arc::clone(&context)));
        Ok(Gateway { context, accepting })
    }
}

impl fmt::Debug for GatewayBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GatewayBuilder")
            .field("knows_operations", &self.operations.is_some())
            .finish()
    }
}
