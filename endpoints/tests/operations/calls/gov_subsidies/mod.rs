//! 国补专区.

mod national;

products! {
    national,
}
