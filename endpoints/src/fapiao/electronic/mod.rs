//! 电子发票.

mod fapiao_applications;
mod fapiao_cards;
mod fapiao_files;
mod fapiao_merchants;
mod fapiao_titles;

pub use fapiao_applications::*;
pub use fapiao_cards::*;
pub use fapiao_files::*;
pub use fapiao_merchants::*;
pub use fapiao_titles::*;
