//! 免密支付.

use wechatpay_endpoints::papay::password_exempt::*;

use crate::operation::*;

operations! {
    "POST /v3/password-exempt-contract/contracts/normal/pre-entrust-sign/mini-program" => pre_entrust_sign_password_exempt_mini_program,
    "POST /v3/password-exempt-contract/contracts/normal/pre-entrust-sign/pay-redirect-sign" => pre_entrust_sign_password_exempt_pay_redirect,
    "POST /v3/password-exempt-contract/contracts/service-provider/pre-entrust-sign/mini-program" => pre_entrust_sign_partner_password_exempt_mini_program,
    "POST /v3/password-exempt-contract/contracts/service-provider/pre-entrust-sign/pay-redirect-sign" => pre_entrust_sign_partner_password_exempt_pay_redirect,
    "POST /v3/password-exempt-contract/contracts/ecommerce/pre-entrust-sign/mini-program" => pre_entrust_sign_ecommerce_password_exempt_mini_program,
    "POST /v3/password-exempt-contract/contracts/ecommerce/pre-entrust-sign/pay-redirect-sign" => pre_entrust_sign_ecommerce_password_exempt_pay_redirect,
    "POST /v3/password-exempt-contract/contracts/qs/pre-entrust-sign/mini-program" => pre_entrust_sign_clearing_password_exempt_mini_program,
    "POST /v3/password-exempt-contract/contracts/qs/pre-entrust-sign/pay-redirect-sign" => pre_entrust_sign_clearing_password_exempt_pay_redirect,
    "GET /v3/password-exempt-contract/contracts/service-id/{service_id}/out-contract-code/{out_contract_code}" => query_password_exempt_contract,
    "POST /v3/password-exempt-contract/contracts/service-id/{service_id}/out-contract-code/{out_contract_code}/terminate" => terminate_password_exempt_contract,
}

async fn pre_entrust_sign_password_exempt_mini_program(client: &Client) -> Result<Value> {
    let body = PreEntrustSignPasswordExemptMiniProgramRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .notify_url("https://yourapp.com/notify")
        .contract_display_account("微信代扣用户A")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .build();
    let response = client
        .pre_entrust_sign_password_exempt_mini_program(&body)
        .await;
    json(response)
}

async fn pre_entrust_sign_password_exempt_pay_redirect(client: &Client) -> Result<Value> {
    let body = PreEntrustSignPasswordExemptPayRedirectRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .notify_url("https://yourapp.com/notify")
        .contract_display_account("微信代扣用户A")
        .prepay_id("wx201410272009395522657a690389285100")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .build();
    let response = client
        .pre_entrust_sign_password_exempt_pay_redirect(&body)
        .await;
    json(response)
}

async fn pre_entrust_sign_partner_password_exempt_mini_program(client: &Client) -> Result<Value> {
    let body = PreEntrustSignPartnerPasswordExemptMiniProgramRequest::builder()
        .sp_appid("wxd678efh567hg6787")
        .sp_openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6787")
        .sub_openid("wxd678efh567hg6787")
        .service_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .notify_url("https://yourapp.com/notify")
        .contract_display_account("微信代扣用户A")
        .build();
    let response = client
        .pre_entrust_sign_partner_password_exempt_mini_program(&body)
        .await;
    json(response)
}

async fn pre_entrust_sign_partner_password_exempt_pay_redirect(client: &Client) -> Result<Value> {
    let body = PreEntrustSignPartnerPasswordExemptPayRedirectRequest::builder()
        .sp_appid("wxd678efh567hg6787")
        .sp_openid("oYobu0MVnQfWpSMOYJz2AHPG_gQw")
        .sub_mchid("1900000109")
        .sub_appid("wxd678efh567hg6787")
        .sub_openid("wxd678efh567hg6787")
        .service_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .notify_url("https://yourapp.com/notify")
        .contract_display_account("微信代扣用户A")
        .prepay_id("wx201410272009395522657a690389285100")
        .build();
    let response = client
        .pre_entrust_sign_partner_password_exempt_pay_redirect(&body)
        .await;
    json(response)
}

async fn pre_entrust_sign_ecommerce_password_exempt_mini_program(client: &Client) -> Result<Value> {
    let body = PreEntrustSignPasswordExemptMiniProgramRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .notify_url("https://yourapp.com/notify")
        .contract_display_account("微信代扣用户A")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .build();
    let response = client
        .pre_entrust_sign_ecommerce_password_exempt_mini_program(&body)
        .await;
    json(response)
}

async fn pre_entrust_sign_ecommerce_password_exempt_pay_redirect(client: &Client) -> Result<Value> {
    let body = PreEntrustSignPasswordExemptPayRedirectRequest::builder()
        .appid("wxd678efh567hg6787")
        .service_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .notify_url("https://yourapp.com/notify")
        .contract_display_account("微信代扣用户A")
        .prepay_id("wx201410272009395522657a690389285100")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .build();
    let response = client
        .pre_entrust_sign_ecommerce_password_exempt_pay_redirect(&body)
        .await;
    json(response)
}

async fn pre_entrust_sign_clearing_password_exempt_mini_program(client: &Client) -> Result<Value> {
    let body = PreEntrustSignClearingPasswordExemptMiniProgramRequest::builder()
        .appid("wxd678efh567hg6787")
        .sub_appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .service_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .notify_url("https://yourapp.com/notify")
        .contract_display_account("微信代扣用户A")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .build();
    let response = client
        .pre_entrust_sign_clearing_password_exempt_mini_program(&body)
        .await;
    json(response)
}

async fn pre_entrust_sign_clearing_password_exempt_pay_redirect(client: &Client) -> Result<Value> {
    let body = PreEntrustSignClearingPasswordExemptPayRedirectRequest::builder()
        .appid("wxd678efh567hg6787")
        .sub_appid("wxd678efh567hg6787")
        .sub_mchid("1900000109")
        .service_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .notify_url("https://yourapp.com/notify")
        .contract_display_account("微信代扣用户A")
        .prepay_id("wx201410272009395522657a690389285100")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .sub_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .build();
    let response = client
        .pre_entrust_sign_clearing_password_exempt_pay_redirect(&body)
        .await;
    json(response)
}

async fn query_password_exempt_contract(client: &Client) -> Result<Value> {
    let response = client
        .query_password_exempt_contract(12535, "wxwtdk20200910100000")
        .await;
    json(response)
}

async fn terminate_password_exempt_contract(client: &Client) -> Result<Value> {
    let body = TerminatePasswordExemptContractRequest::builder()
        .contract_termination_remark("用户解约")
        .build();
    let response = client
        .terminate_password_exempt_contract(12535, "wxwtdk20200910100000", &body)
        .await;
    json(response)
}
