//! `wechatpay declare`: the declaration of an operation in Rust.

use clap::Args;
use wechatpay_endpoints::{declare::declaration, facts};

use crate::{
    commands::operations,
    failure::{Exit, Result},
    output::Output,
};

#[derive(Debug, Args)]
#[command(
    override_usage = "wechatpay declare [OPTIONS] <METHOD> <PATH>\n       wechatpay declare [OPTIONS] <NAME>\n       wechatpay declare [OPTIONS] <WORD>...",
    after_help = "\
Examples:
  wechatpay declare refund.create_refund > src/refund.rs
  wechatpay declare GET /v3/pay/transactions/out-trade-no/{out_trade_no}
  wechatpay declare \"POST /v3/pay/transactions/jsapi\"
  wechatpay declare 异常退款 domestic"
)]
pub(crate) struct DeclareArguments {
    /// The operation: `product.name`, METHOD and path, or words as for `operations`, which fit only one
    #[arg(required = true, num_args = 1.., value_name = "OPERATION")]
    operation: Vec<String>,
}

pub(crate) fn run(arguments: &DeclareArguments, output: &Output) -> Result<Exit> {
    let operation = operations::one(&arguments.operation)?;
    output.verbatim(&declaration(facts(), operation))?;
    Ok(Exit::Success)
}
