//! The errors of transfers. Messages are quoted from the official FAQ (常见问题) or from public reports if they have them.

use crate::refusal::{Refusal, refusal};

pub(super) const NO_TRANSFER: Refusal = refusal(404, "NOT_FOUND", "记录不存在", 0);
pub(super) const OTHER_PARAMETERS: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "单号已存在但信息不一致，请查单后比较确认",
    0,
);
pub(super) const NOT_ENOUGH: Refusal = refusal(
    403,
    "NOT_ENOUGH",
    "商户运营账户资金不足，充值后可以原单号发起重试，请勿更换商户单号",
    0,
);
pub(super) const OUTSIDE_THE_LIMITS: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "超过单笔转账上下限，核实产品设置是否准确",
    0,
);
pub(super) const NO_REPORT: Refusal =
    refusal(400, "PARAM_ERROR", "需传入转账场景报备信息，请检查", 0);
pub(super) const NO_NAME: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "转账金额大于等于2000元时，收款用户姓名必填",
    0,
);
pub(super) const NOT_TO_CANCEL: Refusal =
    refusal(400, "INVALID_REQUEST", "当前单据状态不支持撤销", 0);
pub(super) const NOT_WAITING: Refusal =
    refusal(400, "INVALID_REQUEST", "单据不是待收款用户确认状态", 0);
pub(super) const NO_SUCH_REASON: Refusal =
    refusal(400, "PARAM_ERROR", "fail_reason不是微信支付的失败原因", 0);
