//! 个人收款.

use wechatpay_endpoints::ecommerce::individuals::*;

use crate::operation::*;

operations! {
    "POST /v3/ecommerce/individual-contracts/pre-entrust-sign/app" => pre_entrust_sign_individual_app,
    "POST /v3/ecommerce/individual-contracts/pre-entrust-sign/mini-program" => pre_entrust_sign_individual_mini_program,
    "POST /v3/ecommerce/individual-contracts/pre-entrust-sign-with-real-name-identity/app" => pre_entrust_sign_individual_app_with_real_name,
    "POST /v3/ecommerce/individual-contracts/pre-entrust-sign-with-real-name-identity/mini-program" => pre_entrust_sign_individual_mini_program_with_real_name,
    "GET /v3/ecommerce/individual-contracts/out-contract-code/{out_contract_code}" => query_individual_contract_by_out_contract_code,
    "GET /v3/ecommerce/individual-contracts/{openid}" => query_individual_contract_by_openid,
    "POST /v3/platsolution/ecommerce/settle/prepay-settle-orders" => create_prepay_settle_order,
    "GET /v3/platsolution/ecommerce/settle/prepay-settle-orders/{settle_batch_no}" => query_prepay_settle_order,
    "POST /v3/platsolution/ecommerce/settle/prepay-settle-orders/{settle_batch_no}/apply-abnormal-settle" => apply_abnormal_settlement,
    "GET /v3/abnormal-fund-processing/receipts/{receipt_id}" => query_abnormal_fund_receipt,
    "POST /v3/abnormal-fund-processing/receipts/{receipt_id}/transfer-instructions" => create_transfer_instruction,
    "GET /v3/abnormal-fund-processing/receipts/{receipt_id}/transfer-instructions/{out_instruction_no}" => query_transfer_instruction,
}

async fn pre_entrust_sign_individual_app(client: &Client) -> Result<Value> {
    let body = PreEntrustSignIndividualAppRequest::builder()
        .appid("wxd678efh567h23787")
        .out_contract_code("APPLYMENT_00000000001")
        .build();
    let response = client.pre_entrust_sign_individual_app(&body).await;
    json(response)
}

async fn pre_entrust_sign_individual_mini_program(client: &Client) -> Result<Value> {
    let body = PreEntrustSignIndividualMiniProgramRequest::builder()
        .appid("wxd678efh567h23787")
        .out_contract_code("APPLYMENT_00000000001")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .build();
    let response = client.pre_entrust_sign_individual_mini_program(&body).await;
    json(response)
}

async fn pre_entrust_sign_individual_app_with_real_name(client: &Client) -> Result<Value> {
    let body = PreEntrustSignIndividualAppWithRealNameRequest::builder()
        .appid("wxd678efh567h23787")
        .out_contract_code("APPLYMENT_00000000001")
        .real_name("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tP")
        .cred_type(CredentialType::IdCard)
        .cred_id("MZnwEx6zotwIz6ctW2/iQL5z9")
        .build();
    let response = client
        .pre_entrust_sign_individual_app_with_real_name(&body)
        .await;
    json(response)
}

async fn pre_entrust_sign_individual_mini_program_with_real_name(client: &Client) -> Result<Value> {
    let body = PreEntrustSignIndividualMiniProgramWithRealNameRequest::builder()
        .appid("wxd678efh567h23787")
        .out_contract_code("APPLYMENT_00000000001")
        .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
        .real_name("pVd1HJ6zyvPedzGaV+X3qtmrq9bb9tP")
        .cred_type(CredentialType::IdCard)
        .cred_id("MZnwEx6zotwIz6ctW2/iQL5z9")
        .build();
    let response = client
        .pre_entrust_sign_individual_mini_program_with_real_name(&body)
        .await;
    json(response)
}

async fn query_individual_contract_by_out_contract_code(client: &Client) -> Result<Value> {
    let response = client
        .query_individual_contract_by_out_contract_code(
            "APPLYMENT_00000000001",
            "wxd678efh567h23787",
        )
        .await;
    json(response)
}

async fn query_individual_contract_by_openid(client: &Client) -> Result<Value> {
    let response = client
        .query_individual_contract_by_openid(
            "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
            "wxd678efh567h23787",
            Some(&PermissionType::IndividualPayee),
        )
        .await;
    json(response)
}

async fn create_prepay_settle_order(client: &Client) -> Result<Value> {
    let body = CreatePrepaySettleOrderRequest::builder()
        .appid("WXA12368855126622")
        .out_settle_batch_no("1236698745558870")
        .individual_auth_id("256322110225")
        .notify_url("https://www.weixin.qq.com/wxpay/pay.php")
        .description("共计2笔订单，订单金额xxx元，平台服务费xxx元，合计收款xxx元")
        .trade_scenario(TradeScenario::Recommerce)
        .settle_info_list(vec![
            SettleInfo::builder()
                .out_settle_no("12369666555136622")
                .transaction_id("4207752501201407033233368018")
                .settle_detail_info_list(vec![
                    SettleDetailInfo::builder()
                        .out_settle_detail_no("123688556699666554")
                        .settle_type("RECEIVE")
                        .receiver_type("MERCHANT")
                        .receiver_account("1234567890")
                        .amount(
                            SettleAmount::builder()
                                .amount(Fen(11000))
                                .currency("CNY")
                                .build(),
                        )
                        .build(),
                ])
                .build(),
        ])
        .build();
    let response = client.create_prepay_settle_order(&body).await;
    json(response)
}

async fn query_prepay_settle_order(client: &Client) -> Result<Value> {
    let response = client.query_prepay_settle_order("123685544886666").await;
    json(response)
}

async fn apply_abnormal_settlement(client: &Client) -> Result<Value> {
    let body = ApplyAbnormalSettlementRequest::builder()
        .individual_auth_id("256322110225")
        .out_abnormal_settle_batch_no("1236698745558870")
        .abnormal_settle_type(AbnormalSettlementType::TransferToOriginalReceiveUser)
        .description("xx结算失败，转付至原用户")
        .build();
    let response = client
        .apply_abnormal_settlement("123685544886666", &body)
        .await;
    json(response)
}

async fn query_abnormal_fund_receipt(client: &Client) -> Result<Value> {
    let response = client
        .query_abnormal_fund_receipt("0100011742874700562078230000")
        .await;
    json(response)
}

async fn create_transfer_instruction(client: &Client) -> Result<Value> {
    let body = CreateTransferInstructionRequest::builder()
        .out_instruction_no("1200002")
        .transfer_mode(TransferMode::TransferToOriginalReceiveUser)
        .receiver(
            Receiver::builder()
                .openid("eoCuiA7RW33Tc3jtz_5CNLegC9kN0")
                .appid("wxf636efh567hg4356")
                .mchid("1900001108")
                .build(),
        )
        .notify_url("https://weixin.qq.com")
        .build();
    let response = client
        .create_transfer_instruction("0100011742874700562078230000", &body)
        .await;
    json(response)
}

async fn query_transfer_instruction(client: &Client) -> Result<Value> {
    let response = client
        .query_transfer_instruction("0100011742874700562078230000", "1200002")
        .await;
    json(response)
}
