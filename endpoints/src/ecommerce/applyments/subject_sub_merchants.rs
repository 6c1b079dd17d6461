//! 主体子商户.

use wechatpay_client::{DateTime, Deserialize, Result, Sensitive, wechatpay_api};

use crate::open_enum::parameter_enum;

/// 主体子商户
#[wechatpay_api(defaults)]
pub trait SubjectSubMerchants {
    /// 查询指定主体子商户列表
    ///
    /// `GET /v3/ecommerce/subject-sub-merchants`
    ///
    /// - `organization_type` 主体类型: such as `SUBJECT_TYPE_ENTERPRISE`
    /// - `cert_number` 证件号码: encrypted
    /// - `limit` 分页大小: such as `20`
    /// - `offset` 分页偏移: such as `0`
    #[wechatpay_api(GET "/v3/ecommerce/subject-sub-merchants")]
    async fn list_subject_sub_merchants(
        &self,
        #[query] organization_type: &SubjectOrganizationType,
        #[query] cert_number: &Sensitive,
        #[query] limit: Option<i64>,
        #[query] offset: Option<i64>,
    ) -> Result<ListSubjectSubMerchantsResponse>;
}

/// The response of [`SubjectSubMerchants::list_subject_sub_merchants`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize)
)]
#[non_exhaustive]
pub struct ListSubjectSubMerchantsResponse {
    /// 子商户列表
    pub data: Option<Vec<SubjectSubMerchant>>,
    /// 分页偏移: such as `0`
    pub offset: Option<i64>,
    /// 分页大小: such as `20`
    pub limit: Option<i64>,
    /// 总条数: such as `100`
    pub total_count: Option<i64>,
}

/// 子商户列表
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into), on(DateTime, into))
)]
#[non_exhaustive]
pub struct SubjectSubMerchant {
    /// 子商户号: such as `1900000109`
    pub sub_mchid: Option<String>,
    /// 商户简称: such as `腾讯科技有限公司`
    pub merchant_shortname: Option<String>,
    /// 签约时间: such as `2018-06-08T10:34:56+08:00`
    pub sign_time: Option<DateTime>,
}

parameter_enum! {
    /// 主体类型
    pub enum SubjectOrganizationType {
        Enterprise = "SUBJECT_TYPE_ENTERPRISE",
        InstitutionsCloned = "SUBJECT_TYPE_INSTITUTIONS_CLONED",
        Individual = "SUBJECT_TYPE_INDIVIDUAL",
        Others = "SUBJECT_TYPE_OTHERS",
        Government = "SUBJECT_TYPE_GOVERNMENT",
        Micro = "SUBJECT_TYPE_MICRO",
    }
}
