//! `wechatpay declare`: the declaration of an operation in Rust.

use clap::Args;
use wechatpay_endpoints::{declare::declaration_of, facts};

use crate::{
    failure::{Exit, Failure, Result},
    output::Output,
};

#[derive(Debug, Args)]
#[command(
    override_usage = "wechatpay declare [OPTIONS] <METHOD> <PATH>\n       wechatpay declare [OPTIONS] <NAME>",
    after_help = "\
Examples:
  wechatpay declare refund.create_refund > src/refund.rs
  wechatpay declare GET /v3/pay/transactions/out-trade-no/{out_trade_no}
  wechatpay declare \"POST /v3/pay/transactions/jsapi\""
)]
pub(crate) struct DeclareArguments {
    /// The operation: `product.name`, or METHOD and path
    #[arg(required = true, num_args = 1..=2, value_name = "OPERATION")]
    operation: Vec<String>,
}

pub(crate) fn run(arguments: &DeclareArguments, output: &Output) -> Result<Exit> {
    let declaration = declaration_of(facts(), &arguments.operation).map_err(|error| {
        Failure::configuration(error).cure("search: `wechatpay operations WORD`")
    })?;
    output.verbatim(&declaration)?;
    Ok(Exit::Success)
}
