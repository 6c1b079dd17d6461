//! 资金与结算.

mod aggregate_accounts;
mod balances;
mod banks;
mod oversea;
mod recharges;
mod settlements;

products! {
    aggregate_accounts,
    balances,
    banks,
    oversea,
    recharges,
    settlements,
}
