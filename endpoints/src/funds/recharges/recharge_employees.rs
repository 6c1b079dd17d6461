//! 充值员工.

use serde::Serialize;
use wechatpay_client::{DateTime, Deserialize, Result, wechatpay_api};

use crate::open_enum::open_enum;
use crate::rules::rules;

/// 充值员工
#[wechatpay_api(defaults)]
pub trait RechargeEmployees {
    /// 添加二级商户可扫码充值员工
    ///
    /// `POST /v3/platsolution/ecommerce/recharge-employees`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013521743>
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/recharge-employees")]
    async fn add_recharge_employee(
        &self,
        body: &AddRechargeEmployeeRequest,
    ) -> Result<RechargeEmployee>;

    /// 查询二级商户可扫码充值员工列表
    ///
    /// `GET /v3/platsolution/ecommerce/recharge-employees/sub-mchid/{sub_mchid}`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013521757>
    ///
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    #[wechatpay_api(GET "/v3/platsolution/ecommerce/recharge-employees/sub-mchid/{sub_mchid}")]
    async fn list_recharge_employees(
        &self,
        sub_mchid: &str,
    ) -> Result<ListRechargeEmployeesResponse>;

    /// 删除二级商户可扫码充值员工
    ///
    /// `POST
    /// /v3/platsolution/ecommerce/recharge-employees/sub-mchid/{sub_mchid}/sp-openid/{sp_openid}/delete`
    ///
    /// <https://pay.weixin.qq.com/doc/v3/partner/4013521753>
    ///
    /// - `sub_mchid` 二级商户号: such as `1900000109`
    /// - `sp_openid` 员工OpenID: such as `oLTPCuCsfN3ABBz50VUZBNlHDbUU`
    #[wechatpay_api(POST "/v3/platsolution/ecommerce/recharge-employees/sub-mchid/{sub_mchid}/sp-openid/{sp_openid}/delete")]
    async fn delete_recharge_employee(
        &self,
        sub_mchid: &str,
        sp_openid: &str,
    ) -> Result<RechargeEmployee>;
}

/// The request of [`RechargeEmployees::add_recharge_employee`].
///
/// `AddRechargeEmployeeRequest::builder().sub_mchid(…).sp_openid(…).build()`
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct AddRechargeEmployeeRequest {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 员工OpenID: such as `oLTPCuCsfN3ABBz50VUZBNlHDbUU`
    pub sp_openid: String,
}

rules! { AddRechargeEmployeeRequest {} }

/// The response of [`RechargeEmployees::add_recharge_employee`],
/// [`RechargeEmployees::delete_recharge_employee`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct RechargeEmployee {
    /// 二级商户号: such as `1900000109`
    pub sub_mchid: String,
    /// 员工OpenID: such as `oLTPCuCsfN3ABBz50VUZBNlHDbUU`
    pub sp_openid: Option<String>,
    /// 员工状态
    pub state: Option<RechargeEmployeeState>,
    /// 添加员工时间: such as `2015-05-20T13:29:35.120+08:00`
    pub create_time: Option<DateTime>,
    /// 最后更新时间: such as `2015-05-20T13:29:35.120+08:00`
    pub update_time: Option<DateTime>,
}

/// The response of [`RechargeEmployees::list_recharge_employees`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListRechargeEmployeesResponse {
    /// 员工列表
    pub employees: Option<Vec<RechargeEmployee>>,
}

open_enum! {
    /// 员工状态
    pub enum RechargeEmployeeState {
        Effective = "EFFECTIVE",
        Deleted = "DELETED",
    }
}
