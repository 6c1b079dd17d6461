//! Entrusted deduction (委托代扣): signing a scheduled deduction (预约扣费) in a mini program (小程序),
//! for service providers.
//!
//! `POST /v3/papay/scheduled-deduct-sign/partner/contracts/pre-entrust-sign/mini-program`:
//! <https://pay.weixin.qq.com/docs/partner/apis/entrusted-payment/partner/partner-mini-program-scheduled-deduct-pre-sign.html>

use serde::{Deserialize, Serialize};

/// What a service provider (服务商) asks to be signed: 小程序场景预约扣费 预签约.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs, reason = "built by users as a literal")]
pub struct PreEntrustSignRequest {
    /// The service provider's appid (服务商公众账号ID).
    pub sp_appid: String,
    /// The user's openid under `sp_appid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sp_openid: Option<String>,
    /// The sub-merchant's number (子商户号).
    pub sub_mchid: String,
    /// The sub-merchant's appid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_appid: Option<String>,
    /// The user's openid under `sub_appid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub_openid: Option<String>,
    /// The deduction plan (模板ID) that the contract follows.
    pub plan_id: i64,
    /// The merchant's own number for the contract (签约协议号), unique per merchant.
    pub out_contract_code: String,
    /// The account's name as the contract page shows it to the user. Not encrypted.
    pub contract_display_account: String,
    /// Where the notification of the contract goes: `https`, without a query.
    pub contract_notify_url: String,
    /// The merchant's own number for the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub out_user_code: Option<String>,
    /// The first deduction, if it is agreed on at once (预约扣费信息).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deduct_schedule: Option<DeductSchedule>,
}

/// A deduction that is to come (预约扣费信息).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs, reason = "built by users as a literal")]
pub struct DeductSchedule {
    /// The day on which the deduction is expected: `yyyy-MM-dd`.
    pub estimated_deduct_date: String,
    /// How much is expected to be deducted.
    pub estimated_deduct_amount: EstimatedDeductAmount,
    /// What for, as the user reads it.
    pub description: String,
}

/// An amount that is expected to be deducted (预计扣费金额).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs, reason = "built by users as a literal")]
pub struct EstimatedDeductAmount {
    /// In fen (分).
    pub total: i64,
    /// The currency; `CNY` if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
}

/// The session in which the user signs. It lives for two hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs, reason = "built by mocks as a literal")]
pub struct PreEntrustSign {
    /// The session (预签约ID).
    pub pre_entrustweb_id: String,
    /// The appid of the mini program in which the user signs.
    pub redirect_appid: String,
    /// The page of that mini program.
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

/// The argument of `wx.navigateToMiniProgram`. Serializes to what the front end passes on as it is;
/// nothing in it is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NavigateToMiniProgram {
    /// `appId`: the mini program that opens.
    pub app_id: String,
    /// `path`: its page.
    pub path: String,
    /// `extraData`: what that page is given.
    pub extra_data: ExtraData,
}

/// What the page of the contract is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ExtraData {
    /// The session (预签约ID).
    pub pre_entrustweb_id: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_end_takes_it_as_it_is() {
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
