//! Declarations in the 2021 edition, where the client has another name.
#![deny(warnings, missing_docs)]

use std::collections::BTreeMap;

use wxpay::{wechatpay_api, Result};

/// The trait carries the operation.
#[wechatpay_api(GET "/v3/pay/transactions/id/{transaction_id}", crate = wxpay)]
pub trait QueryOrder {
    /// Queries an order.
    async fn query(&self, transaction_id: &str, #[query] mchid: &str) -> Result<()>;
}

/// The methods carry their operations.
#[wechatpay_api(crate = ::wxpay, defaults)]
pub trait Closing {
    /// Closes an order; `gen` is a keyword of a later edition.
    #[wechatpay_api(POST "/v3/pay/transactions/out-trade-no/{out_trade_no}/close")]
    async fn gen<'a>(
        &'a self,
        out_trade_no: &'a str,
        body: &'a BTreeMap<&'a str, &'a str>,
    ) -> Result<()>;
}

#[cfg(test)]
mod tests {
    use wxpay::gateway::{Gateway, ScriptedResponse};

    use super::*;

    #[tokio::test]
    async fn a_renamed_client_calls() {
        let gateway = Gateway::start().await.unwrap();
        let paths = [
            ("GET", "/v3/pay/transactions/id/4200001"),
            ("POST", "/v3/pay/transactions/out-trade-no/42/close"),
        ];
        for (method, path) in paths {
            gateway.respond(method, path, ScriptedResponse::no_content());
        }
        let client = gateway.client().build().unwrap();
        // Spawned: the futures are `Send` in every edition.
        let calls = tokio::spawn(async move {
            client.query("4200001", "1900000109").await?;
            client
                .r#gen("42", &BTreeMap::from([("mchid", "1900000109")]))
                .await
        });
        calls.await.unwrap().unwrap();
        let sent = gateway.requests();
        let sent: Vec<_> = sent
            .iter()
            .map(|request| (request.method(), request.path()))
            .collect();
        assert_eq!(sent, paths);
    }
}
