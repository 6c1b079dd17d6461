//! 出租车公司.

use serde::Serialize;
use wechatpay_client::{Deserialize, Result, wechatpay_api};

use crate::rules::rules;

/// 出租车公司
#[wechatpay_api(defaults)]
pub trait TaxiCompanies {
    /// 新增出租车公司
    ///
    /// `POST /v3/taxi-invoice/taxi-company/create-taxi-company`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/taxi-fapiao/taxi-company/create-taxi-company.html>
    #[wechatpay_api(POST "/v3/taxi-invoice/taxi-company/create-taxi-company")]
    async fn create_taxi_company(
        &self,
        body: &CreateTaxiCompanyRequest,
    ) -> Result<CreateTaxiCompanyResponse>;

    /// 获取出租车公司商户信息
    ///
    /// `GET /v3/taxi-invoice/taxi-companies/{company_mchid}`
    ///
    /// <https://pay.weixin.qq.com/docs/partner/apis/taxi-fapiao/taxi-company/query-taxi-company.html>
    ///
    /// - `company_mchid` 商户号: such as `1900000109`
    /// - `region_id` 行政区划ID: such as `510100`
    #[wechatpay_api(GET "/v3/taxi-invoice/taxi-companies/{company_mchid}")]
    async fn query_taxi_company(
        &self,
        company_mchid: &str,
        #[query] region_id: i64,
    ) -> Result<TaxiCompany>;
}

/// The request of [`TaxiCompanies::create_taxi_company`].
///
/// `CreateTaxiCompanyRequest::builder().tax_id(…).address(…).invoice_mode(…).legal_person(…).region_id(…).enterprise_type(…).build()`.
/// For an `Option`, use setters such as `maybe_company_name`.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(doc), derive(bon::Builder), builder(on(String, into)))]
#[cfg_attr(feature = "testing", derive(wechatpay_client::Deserialize))]
#[non_exhaustive]
pub struct CreateTaxiCompanyRequest {
    /// 公司名称: such as `深圳市未来有限公司`
    pub company_name: Option<String>,
    /// 税号: such as `12345678901234567J`
    pub tax_id: String,
    /// 公司地址: such as `广东省深圳市南山区高新科技园科技中一路腾讯大厦`
    pub address: String,
    /// 公司电话: such as `075586013388`
    pub phone: Option<String>,
    /// 开户行: such as `中国工商银行南山支行`
    pub bank_name: Option<String>,
    /// 银行账号: such as `12345678901234`
    pub bank_account: Option<String>,
    /// 开票渠道: such as `JIAO_WEI`
    pub invoice_mode: String,
    /// 企业法人姓名: such as `张三`
    pub legal_person: String,
    /// 公司简称: such as `深圳未来`
    pub short_name: Option<String>,
    /// 行政区划ID: such as `510100`
    pub region_id: i64,
    /// 企业类型: such as `ENTERPRISE`
    pub enterprise_type: String,
}

rules! { CreateTaxiCompanyRequest {} }

/// The response of [`TaxiCompanies::create_taxi_company`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct CreateTaxiCompanyResponse {
    /// 商户号: such as `1900000109`
    pub mchid: String,
    /// 公司名称: such as `深圳市未来有限公司`
    pub company_name: Option<String>,
}

/// The response of [`TaxiCompanies::query_taxi_company`].
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(
    all(feature = "testing", not(doc)),
    derive(bon::Builder, serde::Serialize),
    builder(on(String, into))
)]
#[non_exhaustive]
pub struct TaxiCompany {
    /// 商户号: such as `1900000109`
    pub company_mchid: String,
    /// 企业类型: such as `CORPORATION`
    pub enterprise_type: String,
    /// 公司名称: such as `深圳市未来有限公司`
    pub company_name: String,
    /// 公司简称: such as `深圳未来`
    pub short_name: String,
    /// 税号: such as `12345678901234567J`
    pub tax_id: String,
    /// 公司地址: such as `广东省深圳市南山区高新科技园科技中一路腾讯大厦`
    pub address: String,
    /// 公司电话: such as `0755-86013388`
    pub phone: Option<String>,
    /// 开户行: such as `中国工商银行南山支行`
    pub bank_name: Option<String>,
    /// 银行账号: such as `12345678901234`
    pub bank_account: Option<String>,
    /// 企业法人姓名: such as `张三`
    pub legal_person: String,
    /// 开票渠道: such as `JIAOWEI`
    pub invoice_mode: String,
    /// 行政区划代码: such as `510100`
    pub region_id: i64,
}
