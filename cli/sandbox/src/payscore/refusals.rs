//! The errors of pay score. Messages and numbers are those of the official troubleshooting manual (排障手册).

use crate::refusal::{Refusal, refusal};

pub(super) const NO_SERVICE_ORDER: Refusal =
    refusal(404, "ORDER_NOT_EXIST", "查询单据不存在", 271_317_510);
pub(super) const OTHER_PARAMETERS: Refusal =
    refusal(400, "PARAM_ERROR", "订单重入参数校验失败", 271_316_598);
pub(super) const NOT_UNDER_WAY: Refusal =
    refusal(400, "INVALID_REQUEST", "当前订单状态不合法", 271_302_262);
pub(super) const REVOKED: Refusal =
    refusal(400, "INVALID_REQUEST", "当前订单状态不合法", 271_302_333);
pub(super) const UNCONFIRMED: Refusal =
    refusal(400, "INVALID_REQUEST", "当前订单状态不合法", 271_302_332);
pub(super) const NOT_TO_CANCEL: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "当前订单状态不满足撤销条件",
    271_316_592,
);
pub(super) const NOT_TO_BE_PAID: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "仅服务订单支付状态为待支付时，才可使用此能力",
    271_316_657,
);
pub(super) const BEING_COLLECTED: Refusal = refusal(
    400,
    "INVALID_REQUEST",
    "单据正在扣款中，请稍后重试",
    271_316_754,
);
pub(super) const ABOVE_THE_RISK_FUND: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "总金额超过此服务的服务风险金额",
    271_316_656,
);
// The source has the message without a status and code.
pub(super) const LARGE_RISK_FUND: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "创建订单的订单风险金额超过此服务的服务风险金额",
    0,
);
pub(super) const ENDS_BEFORE_THE_START: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "真实结束时间小于预计开始时间",
    271_316_637,
);
pub(super) const ENDS_IN_THE_FUTURE: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "实际结束时间不能晚于使用完结接口的时间",
    0,
);
pub(super) const WRONG_SUM: Refusal = refusal(400, "PARAM_ERROR", "最终总金额计算非法", 0);
// No public source names the messages of the following rules.
pub(super) const NOT_BELOW: Refusal =
    refusal(400, "PARAM_ERROR", "修改后的总金额须小于当前总金额", 0);
pub(super) const EXPECTED_BEFORE_THE_START: Refusal =
    refusal(400, "PARAM_ERROR", "预计服务结束时间须晚于服务开始时间", 0);
pub(super) const EXPECTED_TOO_SOON: Refusal = refusal(
    400,
    "PARAM_ERROR",
    "预计服务结束时间须晚于调用接口时间1分钟以上",
    0,
);
pub(super) const PAID_IN_THE_FUTURE: Refusal =
    refusal(400, "PARAM_ERROR", "收款成功时间不能晚于调用接口时间", 0);
pub(super) const NO_USER: Refusal = refusal(400, "PARAM_ERROR", "免确认订单的openid必填", 0);
pub(super) const OTHER_TYPE: Refusal = refusal(400, "PARAM_ERROR", "type须为Order_Paid", 0);
pub(super) const NO_PAID_TIME: Refusal =
    refusal(400, "PARAM_ERROR", "type为Order_Paid时detail必填", 0);
pub(super) const CONFIRMED_ALREADY: Refusal =
    refusal(400, "INVALID_REQUEST", "订单不是待用户确认状态", 0);
pub(super) const NO_PERMISSION: Refusal = refusal(404, "RESOURCE_NOT_EXISTS", "授权记录不存在", 0);
pub(super) const PERMISSION_STATE: Refusal =
    refusal(400, "INVALID_REQUEST", "当前授权状态不合法", 0);
