//! 电子发票.

mod electronic;

products! {
    electronic,
}
