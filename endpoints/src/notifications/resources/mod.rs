//! Resources of notifications.

mod fapiao;
mod industries;
mod marketing;
mod members;
mod merchants;
mod papay;
mod payscore;
mod profit_sharing;
mod refunds;
mod transactions;
mod transfers;

pub use fapiao::*;
pub use industries::*;
pub use marketing::*;
pub use members::*;
pub use merchants::*;
pub use papay::*;
pub use payscore::*;
pub use profit_sharing::*;
pub use refunds::*;
pub use transactions::*;
pub use transfers::*;
