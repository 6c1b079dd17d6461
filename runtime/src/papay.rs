//! Entrusted deduction (委托代扣): types of the operation by which a service provider lets a user sign a contract
//! for scheduled deductions (预约扣费) in a mini program (小程序).
//!
//! `POST /v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/mini-program`:
//! <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/partner/partner-mini-program-scheduled-deduct-pre-sign.html>

use serde::{Deserialize, Serialize};

/// The request of a service provider (服务商) to prepare the signing of a contract (小程序场景预约扣费 预签约).
///
/// ```
/// use wechatpay_client::papay::PreEntrustSignRequest;
///
/// let request = PreEntrustSignRequest {
///     sp_appid: "wxd678efh567hg6787".into(),
///     sub_mchid: "1900000109".into(),
///     plan_id: 12535,
///     out_contract_code: "wxwtdk20200910100000".into(),
///     contract_display_account: "微信代扣".into(),
///     contract_notify_url: "https://yourapp.com/notify".into(),
///     ..Default::default()
/// };
/// # drop(request);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs, reason = "built by users as a literal")]
pub struct PreEntrustSignRequest {
    /// The appid of the service provider (服务商公众账号ID).
    pub sp_appid: String,
    /// The user's openid under `sp_appid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sp_openid: Option<String>,
    /// The merchant number of the sub-merchant (子商户号).
    pub sub_mchid: String,
    /// The appid of the sub-merchant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_appid: Option<String>,
    /// The user's openid under `sub_appid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_openid: Option<String>,
    /// The deduction plan of the contract (模板ID).
    pub plan_id: i64,
    /// The merchant's number for the contract (签约协议号), unique per merchant.
    pub out_contract_code: String,
    /// The account name that the contract page shows to the user. Not encrypted.
    pub contract_display_account: String,
    /// The URL for notifications of the contract: `https`, without a query.
    pub contract_notify_url: String,
    /// The merchant's number for the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub out_user_code: Option<String>,
    /// The first deduction (预约扣费信息), if the contract includes one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deduct_schedule: Option<DeductSchedule>,
}

/// A scheduled deduction (预约扣费信息).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs, reason = "built by users as a literal")]
pub struct DeductSchedule {
    /// The expected day of the deduction: `yyyy-MM-dd`.
    pub estimated_deduct_date: String,
    /// The expected amount.
    pub estimated_deduct_amount: EstimatedDeductAmount,
    /// The purpose of the deduction, shown to the user.
    pub description: String,
}

/// The expected amount of a deduction (预计扣费金额).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs, reason = "built by users as a literal")]
pub struct EstimatedDeductAmount {
    /// The amount in fen (分).
    pub total: i64,
    /// The currency; `CNY` if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

/// The response: a session (预签约) in which the user signs the contract. It expires after two hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs, reason = "built by mocks as a literal")]
pub struct PreEntrustSign {
    /// The ID of the session (预签约ID).
    pub pre_entrustweb_id: String,
    /// The appid of the mini program in which the user signs.
    pub redirect_appid: String,
    /// The page in the mini program of `redirect_appid`.
    pub redirect_path: String,
}

impl PreEntrustSign {
    /// The argument of `wx.navigateToMiniProgram` in the merchant's mini program.
    ///
    /// The mini program must list `redirect_appid` in its `app.json`
    /// (`navigateToMiniProgramAppIdList`).
    #[must_use]
    pub fn navigate_to_mini_program(&self) -> NavigateToMiniProgram {
        NavigateToMiniProgram {
            app_id: self.redirect_appid.clone(),
            path: self.redirect_path.clone(),
            extra_data: ExtraData {
                pre_entrustweb_id: self.pre_entrustweb_id.clone(),
            },
        }
    }
}

/// The argument of `wx.navigateToMiniProgram`, which the front end passes on unchanged. Nothing in it is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NavigateToMiniProgram {
    /// `appId` of the mini program to open.
    pub app_id: String,
    /// `path`: the page to open.
    pub path: String,
    /// `extraData`: the data for the page.
    pub extra_data: ExtraData,
}

/// The data for the page of the contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ExtraData {
    /// The ID of the session (预签约ID).
    pub pre_entrustweb_id: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_argument_has_the_names_of_the_front_end() {
        let signed: PreEntrustSign = serde_json::from_str(
            r#"{
                "pre_entrustweb_id": "5778aadefe28cf8f1",
                "redirect_appid": "wxbd687630cd02ce1d",
                "redirect_path": "pages/PwdExemptContract/index"
            }"#,
        )
        .unwrap();
        assert_eq!(
            serde_json::to_string(&signed.navigate_to_mini_program()).unwrap(),
            r#"{"appId":"wxbd687630cd02ce1d","path":"pages/PwdExemptContract/index","extraData":{"pre_entrustweb_id":"5778aadefe28cf8f1"}}"#,
        );
    }

    #[test]
    fn optional_fields_are_left_out() {
        let request = PreEntrustSignRequest {
            sp_appid: "wxd678efh567hg6787".into(),
            sub_mchid: "1900000109".into(),
            plan_id: 12535,
            out_contract_code: "wxwtdk20200910100000".into(),
            contract_display_account: "微信代扣".into(),
            contract_notify_url: "https://yourapp.com/notify".into(),
            ..Default::default()
        };
        assert_eq!(
            serde_json::to_string(&request).unwrap(),
            r#"{"sp_appid":"wxd678efh567hg6787","sub_mchid":"1900000109","plan_id":12535,"out_contract_code":"wxwtdk20200910100000","contract_display_account":"微信代扣","contract_notify_url":"https://yourapp.com/notify"}"#,
        );
    }
}
