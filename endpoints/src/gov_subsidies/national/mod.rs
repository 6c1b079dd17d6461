//! 国补专区.

mod companies;
mod cup_audits;
mod goods;
mod passthrough_qualifications;
mod qualifications;
mod subsidy_transactions;
mod zhejiang_auth_codes;
mod zhejiang_goods;
mod zhejiang_qualifications;

pub use companies::*;
pub use cup_audits::*;
pub use goods::*;
pub use passthrough_qualifications::*;
pub use qualifications::*;
pub use subsidy_transactions::*;
pub use zhejiang_auth_codes::*;
pub use zhejiang_goods::*;
pub use zhejiang_qualifications::*;
