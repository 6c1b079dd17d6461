//! 国补专区.

pub mod national;
