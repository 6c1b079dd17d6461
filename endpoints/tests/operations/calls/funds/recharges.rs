//! 充值.

use wechatpay_endpoints::funds::recharges::*;

use crate::operation::*;

operations! {
    "POST /v3/recharge/bank-transfer-recharges/apply" => apply_bank_transfer_recharge,
    "GET /v3/recharge/bank-transfer-recharges/out-recharge-no/{out_recharge_no}" => query_bank_transfer_recharge,
    "POST /v3/platsolution/ecommerce/bank-transfer-recharges/apply" => apply_ecommerce_bank_transfer_recharge,
    "GET /v3/platsolution/ecommerce/bank-transfer-recharges/out-recharge-no/{out_recharge_no}" => query_ecommerce_bank_transfer_recharge,
    "POST /v3/platsolution/ecommerce/recharges/apply" => apply_sub_merchant_recharge,
    "GET /v3/platsolution/ecommerce/recharges/out-recharge-no/{out_recharge_no}" => query_sub_merchant_recharge,
    "POST /v3/platsolution/ecommerce/recharges/out-recharge-no/{out_recharge_no}/close" => close_sub_merchant_recharge,
    "POST /v3/platsolution/ecommerce/recharge-employees" => add_recharge_employee,
    "GET /v3/platsolution/ecommerce/recharge-employees/sub-mchid/{sub_mchid}" => list_recharge_employees,
    "POST /v3/platsolution/ecommerce/recharge-employees/sub-mchid/{sub_mchid}/sp-openid/{sp_openid}/delete" => delete_recharge_employee,
}

async fn apply_bank_transfer_recharge(client: &Client) -> Result<Value> {
    let body = ApplyBankTransferRechargeRequest::builder()
        .out_recharge_no("cz202407181234")
        .recharge_scene(ApplyBankTransferRechargeScene::NormalBankTransfer)
        .account_type(BankTransferAccountType::Basic)
        .recharge_amount(
            RechargeAmount::builder()
                .amount(Fen(500000))
                .currency("CNY")
                .build(),
        )
        .build();
    let response = client.apply_bank_transfer_recharge(&body).await;
    json(response)
}

async fn query_bank_transfer_recharge(client: &Client) -> Result<Value> {
    let response = client.query_bank_transfer_recharge("cz202407181234").await;
    json(response)
}

async fn apply_ecommerce_bank_transfer_recharge(client: &Client) -> Result<Value> {
    let body = ApplyEcommerceBankTransferRechargeRequest::builder()
        .out_recharge_no("cz202407181234")
        .recharge_scene("ECOMMERCE_BANK_TRANSFER")
        .account_type(BankTransferAccountType::Basic)
        .recharge_amount(
            RechargeAmount::builder()
                .amount(Fen(500000))
                .currency("CNY")
                .build(),
        )
        .build();
    let response = client.apply_ecommerce_bank_transfer_recharge(&body).await;
    json(response)
}

async fn query_ecommerce_bank_transfer_recharge(client: &Client) -> Result<Value> {
    let response = client
        .query_ecommerce_bank_transfer_recharge("cz202407181234")
        .await;
    json(response)
}

async fn apply_sub_merchant_recharge(client: &Client) -> Result<Value> {
    let body = ApplySubMerchantRechargeRequest::builder()
        .sub_mchid("1900001109")
        .out_recharge_no("cz202407181234")
        .recharge_scene(SubMerchantRechargeScene::EcommerceDeposit)
        .account_type(SubMerchantAccountType::Deposit)
        .recharge_amount(
            RechargeAmount::builder()
                .amount(Fen(500000))
                .currency("CNY")
                .build(),
        )
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .available_recharge_channels(vec![RechargeChannel::BankTransfer])
        .remark("example_remark")
        .build();
    let response = client.apply_sub_merchant_recharge(&body).await;
    json(response)
}

async fn query_sub_merchant_recharge(client: &Client) -> Result<Value> {
    let response = client
        .query_sub_merchant_recharge("cz2020042013", "1900001121")
        .await;
    json(response)
}

async fn close_sub_merchant_recharge(client: &Client) -> Result<Value> {
    let response = client
        .close_sub_merchant_recharge("cz2020042013", "1900001121")
        .await;
    json(response)
}

async fn add_recharge_employee(client: &Client) -> Result<Value> {
    let body = AddRechargeEmployeeRequest::builder()
        .sub_mchid("1900000109")
        .sp_openid("oLTPCuCsfN3ABBz50VUZBNlHDbUU")
        .build();
    let response = client.add_recharge_employee(&body).await;
    json(response)
}

async fn list_recharge_employees(client: &Client) -> Result<Value> {
    let response = client.list_recharge_employees("1900000109").await;
    json(response)
}

async fn delete_recharge_employee(client: &Client) -> Result<Value> {
    let response = client
        .delete_recharge_employee("1900000109", "oLTPCuCsfN3ABBz50VUZBNlHDbUU")
        .await;
    json(response)
}
