//! 资金与结算.

pub mod aggregate_accounts;
pub mod balances;
pub mod banks;
pub mod oversea;
pub mod recharges;
pub mod settlements;
