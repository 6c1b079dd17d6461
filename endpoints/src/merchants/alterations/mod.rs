//! 商户资料变更.

mod contact_alterations;
mod short_name_alterations;
mod subject_alterations;

pub use contact_alterations::*;
pub use short_name_alterations::*;
pub use subject_alterations::*;
