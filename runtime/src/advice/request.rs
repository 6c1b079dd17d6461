//! The role and the product of a request, which decide between causes.

use super::Role;

/// The families of products by the beginnings of paths, the longer ones first.
const FAMILIES: [(&str, &str); 35] = [
    ("/v3/payscore", "payscore"),
    ("/v3/med-ins", "med_ins"),
    ("/v3/profitsharing", "profit_sharing"),
    ("/v3/ecommerce/profitsharing", "profit_sharing"),
    ("/brand/profitsharing", "profit_sharing"),
    ("/v3/refund", "refund"),
    ("/v3/ecommerce/refunds", "refund"),
    ("/v3/combine-transactions", "combine"),
    ("/v3/papay", "papay"),
    ("/v3/partner-papay", "papay"),
    ("/v3/applyment4sub", "applyment"),
    ("/v3/apply4subject", "applyment"),
    ("/v3/ecommerce/applyments", "applyment"),
    ("/v3/marketing/partner/product-coupon", "product_coupon"),
    ("/brand/marketing/product-coupon", "product_coupon"),
    ("/v3/marketing/product-coupon", "product_coupon"),
    ("/v3/pay/", "pay"),
    ("/v3/brand/profitsharing", "profit_sharing"),
    ("/v3/ecommerce/combine-papay", "papay"),
    ("/v3/fund-app/mch-transfer/transfer-", TRANSFER),
    ("/v3/fund-app/mch-transfer/partner/transfer-bills", TRANSFER),
    (
        "/v3/fund-app/mch-transfer/partner/charity-transfer-bills",
        TRANSFER,
    ),
    ("/v3/ecommerce/mch-transfer/transfer-bills", TRANSFER),
    ("/v3/transfer/batches", TRANSFER),
    ("/v3/partner-transfer/batches", TRANSFER),
    ("/v3/fund-app/", PAYOUT),
    ("/v3/transfer/", PAYOUT),
    ("/v3/partner-transfer/", PAYOUT),
    ("/v3/bank-transfer/", PAYOUT),
    ("/v3/payroll-card/", PAYOUT),
    ("/v3/merchant/fund/", PAYOUT),
    ("/v3/ecommerce/fund/", PAYOUT),
    ("/v3/ecommerce/mch-transfer/", PAYOUT),
    ("/v3/ecommerce/subsidies/", PAYOUT),
    ("/v3/platsolution/", PAYOUT),
];

/// Transfers of the merchant to users.
const TRANSFER: &str = "transfer";

/// Withdrawals and other payments of the merchant. No manual is about them, and advice on payments of users, such as to
/// deduct again under a new number, would make the merchant pay twice.
const PAYOUT: &str = "payout";

/// Every other product. No manual is about them, and advice on a product with a manual may be wrong for them.
const OTHER: &str = "other";

/// The beginnings of the paths of operations.
const OPERATIONS: [&str; 4] = ["/v3/", "/brand/", "/hk/v3/", "/global/v3/"];

/// The beginnings of paths of products that share a manual with another product, and have queries of their own. The query
/// of the other product would find nothing. The manual of deductions is that of contracts by APIv2, whose notices are
/// `/v3/papay/contracts/…`.
const OWN_QUERIES: [&str; 11] = [
    "/v3/ecommerce/",
    "/v3/brand/",
    "/v3/global/",
    "/hk/",
    "/v3/papay/pay/",
    "/v3/papay/sign/",
    "/v3/papay/scheduled-deduct-sign/",
    "/v3/fund-app/mch-transfer/transfer-to-",
    "/v3/fund-app/mch-transfer/partner/charity-",
    "/v3/transfer/",
    "/v3/partner-transfer/",
];

/// The last segments of the paths of orders.
const ORDERS: [(&str, &str); 5] = [
    ("/jsapi", "pay.jsapi"),
    ("/h5", "pay.h5"),
    ("/native", "pay.native"),
    ("/app", "pay.app"),
    ("/codepay", "micropay"),
];

/// The parts of a request that advice depends on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(super) role: Option<Role>,
    pub(super) family: Option<&'static str>,
    /// The product of the request has other queries than those of the manual.
    pub(super) has_own_queries: bool,
}

impl Asked {
    /// Reads the path and the names of members. Values of the body play no part.
    pub(crate) fn of(target: &str, body: &[u8]) -> Self {
        let path = target.split_once('?').map_or(target, |(path, _)| path);
        Self {
            role: role(target, path, body),
            family: family(path),
            has_own_queries: OWN_QUERIES.iter().any(|start| path.starts_with(start)),
        }
    }

    /// Tests if the money of the merchant leaves by the request: a transfer, a withdrawal.
    pub(crate) fn is_payout(self) -> bool {
        matches!(self.family, Some(TRANSFER | PAYOUT))
    }

    /// Tests if the request is about an order, as far as its product is known.
    pub(super) fn is_of_orders(self) -> bool {
        let is_of_orders =
            |family: &str| matches!(family, "pay" | "micropay") || family.starts_with("pay.");
        self.family.is_none_or(is_of_orders)
    }
}

fn role(target: &str, path: &str, body: &[u8]) -> Option<Role> {
    let query = target.split_once('?').map_or("", |(_, query)| query);
    let names = |name: &str| has_parameter(query, name) || has_member(body, name);
    if path.starts_with("/brand/") {
        Some(Role::Brand)
    } else if path.contains("/partner/")
        || path.starts_with("/v3/partner-")
        || names("sp_mchid")
        || names("sub_mchid")
    {
        Some(Role::ServiceProvider)
    } else if names("mchid") || path.starts_with("/v3/payscore/serviceorder") {
        Some(Role::Merchant)
    } else {
        None
    }
}

fn has_parameter(query: &str, name: &str) -> bool {
    let mut pairs = query.split('&');
    pairs.any(|pair| pair.split('=').next() == Some(name))
}

/// Tests if the JSON has a member of this name at any depth. The name in quotes is a value unless a colon follows.
fn has_member(body: &[u8], name: &str) -> bool {
    let quoted = format!("\"{name}\"");
    let mut windows = body.windows(quoted.len()).enumerate();
    windows.any(|(start, window)| {
        let rest = body.get(start + quoted.len()..).unwrap_or_default();
        window == quoted.as_bytes() && rest.trim_ascii_start().first() == Some(&b':')
    })
}

fn family(path: &str) -> Option<&'static str> {
    let known = FAMILIES.iter().find(|(start, _)| path.starts_with(start));
    let Some((_, family)) = known else {
        let mut operations = OPERATIONS.iter();
        let is_operation = operations.any(|start| path.starts_with(start));
        return is_operation.then_some(OTHER);
    };
    let order = ORDERS.iter().find(|(end, _)| path.ends_with(end));
    let order = order.filter(|_| *family == "pay");
    Some(order.map_or(*family, |(_, family)| *family))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_tells_role_and_family() {
        use Role::{Brand, Merchant, ServiceProvider};
        for (target, body, role, family) in [
            (
                "/v3/pay/transactions/jsapi",
                r#"{"mchid":"1"}"#,
                Some(Merchant),
                Some("pay.jsapi"),
            ),
            (
                "/v3/pay/partner/transactions/h5",
                "",
                Some(ServiceProvider),
                Some("pay.h5"),
            ),
            (
                "/v3/pay/transactions/id/1?mchid=2",
                "",
                Some(Merchant),
                Some("pay"),
            ),
            (
                "/v3/refund/domestic/refunds",
                r#"{"sub_mchid": "1"}"#,
                Some(ServiceProvider),
                Some("refund"),
            ),
            (
                "/v3/refund/domestic/refunds/1?sub_mchid=1",
                "",
                Some(ServiceProvider),
                Some("refund"),
            ),
            (
                "/v3/refund/domestic/refunds",
                r#"{"reason":"sub_mchid", "n": "\"sub_mchid"}"#,
                None,
                Some("refund"),
            ),
            (
                "/v3/partner-papay/contracts/1/notify",
                "",
                Some(ServiceProvider),
                Some("papay"),
            ),
            (
                "/brand/marketing/product-coupon/stocks",
                "",
                Some(Brand),
                Some("product_coupon"),
            ),
            (
                "/v3/payscore/serviceorder/1/cancel",
                "",
                Some(Merchant),
                Some("payscore"),
            ),
            (
                "/v3/fund-app/mch-transfer/transfer-bills",
                "",
                None,
                Some("transfer"),
            ),
            (
                "/v3/fund-app/brand-redpacket/brand-merchant-batches",
                "",
                None,
                Some("payout"),
            ),
            ("/v3/certificates", "", None, Some("other")),
            ("/v3/marketing/busifavor/stocks", "", None, Some("other")),
            ("/hk/v3/refunds", "", None, Some("other")),
            ("/notify", "", None, None),
            ("", "", None, None),
        ] {
            let asked = Asked::of(target, body.as_bytes());
            assert_eq!((asked.role, asked.family), (role, family), "{target}");
        }
    }
}
