//! 收付通赔付.

mod compensation_bills;
mod compensation_transfer_bills;
mod deposit_compensation_bills;
mod insurance_claim_bills;
mod insurance_compensation_contracts;
mod sub_merchant_compensation_bills;

pub use compensation_bills::*;
pub use compensation_transfer_bills::*;
pub use deposit_compensation_bills::*;
pub use insurance_claim_bills::*;
pub use insurance_compensation_contracts::*;
pub use sub_merchant_compensation_bills::*;
