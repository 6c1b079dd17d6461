//! 收付通赔付.

use wechatpay_endpoints::compensations::ecommerce::*;

use crate::operation::*;

operations! {
    "POST /v3/platsolution/ecommerce/insurance-compensation-contracts" => create_insurance_compensation_contract,
    "POST /v3/platsolution/ecommerce/insurance-compensation-contracts/sub-mchid/{sub_mchid}/check-opened" => query_insurance_compensation_contract,
    "POST /v3/platsolution/ecommerce/mch-transfer/compensate-bills" => create_compensation_bill,
    "POST /v3/platsolution/ecommerce/mch-transfer/compensate-bills/pre-transfer" => pre_transfer_compensation_bill,
    "GET /v3/platsolution/ecommerce/mch-transfer/compensate-bills/bill-id/{bill_id}" => query_compensation_bill_by_bill_id,
    "GET /v3/platsolution/ecommerce/mch-transfer/compensate-bills/out-bill-no/{out_bill_no}" => query_compensation_bill_by_out_bill_no,
    "POST /v3/platsolution/ecommerce/mch-transfer/compensate-bills/out-bill-no/{out_bill_no}/cancel" => cancel_compensation_bill,
    "POST /v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills" => create_insurance_claim_bill,
    "POST /v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/pre-transfer" => pre_transfer_insurance_claim_bill,
    "GET /v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/bill-id/{bill_id}" => query_insurance_claim_bill_by_bill_id,
    "GET /v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/out-bill-no/{out_bill_no}" => query_insurance_claim_bill_by_out_bill_no,
    "POST /v3/platsolution/ecommerce/mch-transfer/insurance-claim-bills/out-bill-no/{out_bill_no}/cancel" => cancel_insurance_claim_bill,
    "POST /v3/platsolution/ecommerce/mch-transfer/sub-mch-compensation-bills" => create_sub_merchant_compensation_bill,
    "GET /v3/platsolution/ecommerce/mch-transfer/sub-mch-compensation-bills/{out_bill_no}" => query_sub_merchant_compensation_bill,
    "POST /v3/platsolution/ecommerce/mch-transfer/transfer-bills" => create_compensation_transfer_bill,
    "GET /v3/platsolution/ecommerce/mch-transfer/transfer-bills/bill-id/{bill_id}" => query_compensation_transfer_bill_by_bill_id,
    "GET /v3/platsolution/ecommerce/mch-transfer/transfer-bills/out-bill-no/{out_bill_no}" => query_compensation_transfer_bill_by_out_bill_no,
    "POST /v3/platsolution/ecommerce/mch-transfer/deposit-after-sales-compensation-bills" => create_deposit_after_sales_compensation_bill,
    "GET /v3/platsolution/ecommerce/mch-transfer/deposit-after-sales-compensation-bills/bill-id/{bill_id}" => query_deposit_after_sales_compensation_bill_by_bill_id,
    "GET /v3/platsolution/ecommerce/mch-transfer/deposit-after-sales-compensation-bills/out-bill-no/{out_bill_no}" => query_deposit_after_sales_compensation_bill_by_out_bill_no,
    "POST /v3/platsolution/ecommerce/mch-transfer/deposit-shipping-cost-compensation-bills" => create_deposit_shipping_cost_compensation_bill,
    "GET /v3/platsolution/ecommerce/mch-transfer/deposit-shipping-cost-compensation-bills/out-bill-no/{out_bill_no}" => query_deposit_shipping_cost_compensation_bill,
    "POST /v3/platsolution/ecommerce/mch-transfer/deposit-insurance-premiums-compensation-bills" => create_deposit_insurance_premiums_compensation_bill,
    "GET /v3/platsolution/ecommerce/mch-transfer/deposit-insurance-premiums-compensation-bills/{out_bill_no}" => query_deposit_insurance_premiums_compensation_bill,
}

async fn create_insurance_compensation_contract(client: &Client) -> Result<Value> {
    let body = CreateInsuranceCompensationContractRequest::builder()
        .out_apply_no("No123456")
        .sub_mchid("1900000109")
        .agreement_list(vec![
            Agreement::builder()
                .agreement_code("微信支付运营功能服务协议（平台二级商户）")
                .agreement_version("20240815")
                .sign_organization("温州名优贸易")
                .sign_time("2024-08-08T10:34:56+08:00")
                .build(),
        ])
        .build();
    let response = client.create_insurance_compensation_contract(&body).await;
    json(response)
}

async fn query_insurance_compensation_contract(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_compensation_contract("1900000109")
        .await;
    json(response)
}

async fn create_compensation_bill(client: &Client) -> Result<Value> {
    let body = CreateCompensationBillRequest::builder()
        .receiver(
            CompensationReceiver::builder()
                .r#type(TransactionReceiverType::TransactionUser)
                .transaction_info(
                    TransactionInfo::builder()
                        .transaction_id("1217752501201407033233368018")
                        .r#type(TransactionType::Wxpay)
                        .build(),
                )
                .build(),
        )
        .out_bill_no("plfk2020042013")
        .amount(Fen(10000))
        .transfer_remark("直播违规扣罚")
        .sponsor_mchid("1900001109")
        .transfer_scene_id("1001")
        .user_recv_perception("退货运费补偿")
        .build();
    let response = client.create_compensation_bill(&body).await;
    json(response)
}

async fn pre_transfer_compensation_bill(client: &Client) -> Result<Value> {
    let body = PreTransferCompensationBillRequest::builder()
        .sp_appid("wx8888888888888888")
        .receiver(
            CompensationReceiver::builder()
                .r#type(TransactionReceiverType::TransactionUser)
                .transaction_info(
                    TransactionInfo::builder()
                        .transaction_id("1217752501201407033233368018")
                        .r#type(TransactionType::Wxpay)
                        .build(),
                )
                .build(),
        )
        .out_bill_no("plfk2020042013")
        .amount(Fen(10000))
        .transfer_remark("直播违规扣罚")
        .sponsor_mchid("1900001109")
        .transfer_scene_id("1001")
        .user_recv_perception("退货运费补偿")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .build();
    let response = client.pre_transfer_compensation_bill(&body).await;
    json(response)
}

async fn query_compensation_bill_by_bill_id(client: &Client) -> Result<Value> {
    let response = client
        .query_compensation_bill_by_bill_id("1330000071100999991182020050700019480001")
        .await;
    json(response)
}

async fn query_compensation_bill_by_out_bill_no(client: &Client) -> Result<Value> {
    let response = client
        .query_compensation_bill_by_out_bill_no("plfk2020042013")
        .await;
    json(response)
}

async fn cancel_compensation_bill(client: &Client) -> Result<Value> {
    let response = client.cancel_compensation_bill("plfk2020042013").await;
    json(response)
}

async fn create_insurance_claim_bill(client: &Client) -> Result<Value> {
    let body = CreateInsuranceClaimBillRequest::builder()
        .sub_mchid("1900001109")
        .receiver(
            Receiver::builder()
                .r#type(ReceiverType::Merchant)
                .transaction_info(
                    TransactionInfo::builder()
                        .transaction_id("1217752501201407033233368018")
                        .r#type(TransactionType::Wxpay)
                        .build(),
                )
                .build(),
        )
        .out_bill_no("plfk2020042013")
        .amount(Fen(10000))
        .transfer_remark("直播违规扣罚")
        .build();
    let response = client.create_insurance_claim_bill(&body).await;
    json(response)
}

async fn pre_transfer_insurance_claim_bill(client: &Client) -> Result<Value> {
    let body = PreTransferInsuranceClaimBillRequest::builder()
        .sub_mchid("1900001109")
        .receiver(
            Receiver::builder()
                .r#type(ReceiverType::Merchant)
                .transaction_info(
                    TransactionInfo::builder()
                        .transaction_id("1217752501201407033233368018")
                        .r#type(TransactionType::Wxpay)
                        .build(),
                )
                .build(),
        )
        .out_bill_no("plfk2020042013")
        .amount(Fen(10000))
        .transfer_remark("直播违规扣罚")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .build();
    let response = client.pre_transfer_insurance_claim_bill(&body).await;
    json(response)
}

async fn query_insurance_claim_bill_by_bill_id(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_claim_bill_by_bill_id(
            "1330000071100999991182020050700019480001",
            Some("1900001109"),
        )
        .await;
    json(response)
}

async fn query_insurance_claim_bill_by_out_bill_no(client: &Client) -> Result<Value> {
    let response = client
        .query_insurance_claim_bill_by_out_bill_no("plfk2020042013", Some("1900001109"))
        .await;
    json(response)
}

async fn cancel_insurance_claim_bill(client: &Client) -> Result<Value> {
    let body = CancelInsuranceClaimBillRequest::builder()
        .sub_mchid("1900001109")
        .build();
    let response = client
        .cancel_insurance_claim_bill("plfk2020042013", &body)
        .await;
    json(response)
}

async fn create_sub_merchant_compensation_bill(client: &Client) -> Result<Value> {
    let body = CreateSubMerchantCompensationBillRequest::builder()
        .receiver(
            SubMerchantReceiver::builder()
                .r#type(MerchantReceiverType::Merchant)
                .mch_info(SubMerchantMchInfo::builder().mchid("1900001108").build())
                .build(),
        )
        .out_bill_no("plfk2020042013")
        .amount(Fen(10000))
        .transfer_remark("直播违规扣罚")
        .sponsor_mchid("1900001109")
        .build();
    let response = client.create_sub_merchant_compensation_bill(&body).await;
    json(response)
}

async fn query_sub_merchant_compensation_bill(client: &Client) -> Result<Value> {
    let response = client
        .query_sub_merchant_compensation_bill("plfk2020042013", Some("1900001109"))
        .await;
    json(response)
}

async fn create_compensation_transfer_bill(client: &Client) -> Result<Value> {
    let body = CreateCompensationTransferBillRequest::builder()
        .sub_mchid("1900000109")
        .sp_appid("wx8888888888888888")
        .business_type(BusinessType::DepositCompensation)
        .receiver(
            TransferBillReceiver::builder()
                .r#type(ReceiverType::Merchant)
                .mch_info(
                    TransferBillMchInfo::builder()
                        .mch_id("1900001108")
                        .mchid("1900001108")
                        .build(),
                )
                .build(),
        )
        .out_bill_no("plfk2020042013")
        .amount(Fen(10000))
        .transfer_remark("直播违规扣罚")
        .receiver_remark("小店XXXX直播违规扣罚")
        .build();
    let response = client.create_compensation_transfer_bill(&body).await;
    json(response)
}

async fn query_compensation_transfer_bill_by_bill_id(client: &Client) -> Result<Value> {
    let response = client
        .query_compensation_transfer_bill_by_bill_id(
            "1330000071100999991182020050700019480001",
            Some(&BusinessType::DepositCompensation),
        )
        .await;
    json(response)
}

async fn query_compensation_transfer_bill_by_out_bill_no(client: &Client) -> Result<Value> {
    let response = client
        .query_compensation_transfer_bill_by_out_bill_no(
            "plfk2020042013",
            Some(&BusinessType::DepositCompensation),
        )
        .await;
    json(response)
}

async fn create_deposit_after_sales_compensation_bill(client: &Client) -> Result<Value> {
    let body = CreateDepositAfterSalesCompensationBillRequest::builder()
        .sub_mchid("1900000109")
        .sp_appid("wx8888888888888888")
        .receiver(
            DepositAfterSalesReceiver::builder()
                .r#type(ReceiverType::Merchant)
                .transaction_info(
                    TransactionInfo::builder()
                        .transaction_id("1217752501201407033233368018")
                        .r#type(TransactionType::Wxpay)
                        .build(),
                )
                .user_info(
                    UserInfo::builder()
                        .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                        .build(),
                )
                .build(),
        )
        .out_bill_no("plfk2020042013")
        .amount(Fen(10000))
        .transfer_remark("直播违规扣罚")
        .transfer_scene_id("1001")
        .user_recv_perception("退货运费补偿")
        .sub_appid("wx8888888888888888")
        .build();
    let response = client
        .create_deposit_after_sales_compensation_bill(&body)
        .await;
    json(response)
}

async fn query_deposit_after_sales_compensation_bill_by_bill_id(client: &Client) -> Result<Value> {
    let response = client
        .query_deposit_after_sales_compensation_bill_by_bill_id(
            "1330000071100999991182020050700019480001",
            Some("1900001109"),
        )
        .await;
    json(response)
}

async fn query_deposit_after_sales_compensation_bill_by_out_bill_no(
    client: &Client,
) -> Result<Value> {
    let response = client
        .query_deposit_after_sales_compensation_bill_by_out_bill_no(
            "plfk2020042013",
            Some("1900001109"),
        )
        .await;
    json(response)
}

async fn create_deposit_shipping_cost_compensation_bill(client: &Client) -> Result<Value> {
    let body = CreateDepositShippingCostCompensationBillRequest::builder()
        .sub_mchid("1900000109")
        .sp_appid("wx8888888888888888")
        .receiver(
            ShippingCostReceiver::builder()
                .transaction_info(
                    TransactionInfo::builder()
                        .transaction_id("1217752501201407033233368018")
                        .r#type(TransactionType::Wxpay)
                        .build(),
                )
                .user_info(
                    UserInfo::builder()
                        .sp_openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                        .build(),
                )
                .build(),
        )
        .out_bill_no("plfk2020042013")
        .amount(Fen(10000))
        .transfer_remark("直播违规扣罚")
        .transfer_scene_id("1001")
        .user_recv_perception("退货运费补偿")
        .build();
    let response = client
        .create_deposit_shipping_cost_compensation_bill(&body)
        .await;
    json(response)
}

async fn query_deposit_shipping_cost_compensation_bill(client: &Client) -> Result<Value> {
    let response = client
        .query_deposit_shipping_cost_compensation_bill("plfk2020042013", Some("1900001109"))
        .await;
    json(response)
}

async fn create_deposit_insurance_premiums_compensation_bill(client: &Client) -> Result<Value> {
    let body = CreateDepositInsurancePremiumsCompensationBillRequest::builder()
        .sub_mchid("1900000109")
        .sp_appid("wx8888888888888888")
        .receiver(
            InsurancePremiumsReceiver::builder()
                .r#type(MerchantReceiverType::Merchant)
                .mch_info(MchInfo::builder().mchid("1900001108").build())
                .transaction_info(
                    TransactionInfo::builder()
                        .transaction_id("1217752501201407033233368018")
                        .r#type(TransactionType::Wxpay)
                        .build(),
                )
                .build(),
        )
        .out_bill_no("plfk2020042013")
        .amount(Fen(10000))
        .transfer_remark("直播违规扣罚")
        .build();
    let response = client
        .create_deposit_insurance_premiums_compensation_bill(&body)
        .await;
    json(response)
}

async fn query_deposit_insurance_premiums_compensation_bill(client: &Client) -> Result<Value> {
    let response = client
        .query_deposit_insurance_premiums_compensation_bill("plfk2020042013")
        .await;
    json(response)
}
