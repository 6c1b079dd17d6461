//! The errors of scheduled deductions. No public source names the messages of the rules, but for that of another app.

use crate::refusal::{Refusal, refusal};

pub(super) const NO_CONTRACT: Refusal = refusal(404, "CONTRACT_NOT_EXIST", "签约协议不存在", 0);
pub(super) const CODE_IS_TAKEN: Refusal =
    refusal(400, "RESOURCE_ALREADY_EXISTS", "商户签约协议号已存在", 0);
pub(super) const NO_DAY: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "预计扣费的日期格式错误，格式为yyyy-MM-DD",
    0,
);
pub(super) const AGREED_TOO_LATE: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "预签约的时间需在预计扣费日期前一天的19点前",
    0,
);
pub(super) const SESSION_IS_OVER: Refusal =
    refusal(400, "INVALID_REQUEST", "签约会话已超过10分钟", 0);
pub(super) const SIGNED_ALREADY: Refusal = refusal(400, "INVALID_REQUEST", "协议已签约", 0);
pub(super) const TERMINATED: Refusal = refusal(400, "INVALID_REQUEST", "协议已解约", 0);
pub(super) const OTHER_APPID: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "签约contract_appid与下单appid不匹配",
    0,
);
pub(super) const OTHER_AMOUNT: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "金额须等于签约时指定的预计扣费金额",
    0,
);
pub(super) const NOT_TO_SCHEDULE_NOW: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "仅可在预计扣费日期前一天的8:00至19:30预约扣费",
    0,
);
pub(super) const SCHEDULED_ALREADY: Refusal =
    refusal(400, "INVALID_REQUEST", "该协议已预约扣费", 0);
pub(super) const NOT_SCHEDULED: Refusal = refusal(400, "INVALID_REQUEST", "该协议未预约扣费", 0);
pub(super) const NOT_TO_DEDUCT_NOW: Refusal = refusal(400, "INVALID_REQUEST", "不在可扣费期内", 0);
