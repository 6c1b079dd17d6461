//! 收付通合单代扣.

use wechatpay_endpoints::ecommerce::combine_papay::*;

use crate::operation::*;

operations! {
    "POST /v3/ecommerce/combine-papay/contracts/pre-entrust-sign" => pre_entrust_sign_combine_papay_app,
    "POST /v3/ecommerce/combine-papay/contracts/pre-entrust-sign/mini-program" => pre_entrust_sign_combine_papay_mini_program,
    "GET /v3/ecommerce/combine-papay/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}" => query_combine_papay_contract,
    "POST /v3/ecommerce/combine-papay/contracts/plan-id/{plan_id}/out-contract-code/{out_contract_code}/terminate" => terminate_combine_papay_contract,
    "POST /v3/ecommerce/combine-papay/transactions" => create_combine_papay_transaction,
    "GET /v3/ecommerce/combine-papay/transactions/{combine_out_trade_no}" => query_combine_papay_transaction,
    "POST /v3/ecommerce/combine-papay/transactions/{combine_out_trade_no}/reverse" => reverse_combine_papay_transaction,
}

async fn pre_entrust_sign_combine_papay_app(client: &Client) -> Result<Value> {
    let body = PreEntrustSignCombinePapayAppRequest::builder()
        .appid("wxd678efh567hg6787")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .contract_display_account("微信代扣用户A")
        .notify_url("https://yourapp.com/notify")
        .attach("example_attach")
        .build();
    let response = client.pre_entrust_sign_combine_papay_app(&body).await;
    json(response)
}

async fn pre_entrust_sign_combine_papay_mini_program(client: &Client) -> Result<Value> {
    let body = PreEntrustSignCombinePapayMiniProgramRequest::builder()
        .appid("wxd678efh567hg6787")
        .plan_id(12535)
        .out_contract_code("wxwtdk20200910100000")
        .contract_display_account("微信代扣用户A")
        .notify_url("https://yourapp.com/notify")
        .build();
    let response = client
        .pre_entrust_sign_combine_papay_mini_program(&body)
        .await;
    json(response)
}

async fn query_combine_papay_contract(client: &Client) -> Result<Value> {
    let response = client
        .query_combine_papay_contract(12535, "wxwtdk20200910100000")
        .await;
    json(response)
}

async fn terminate_combine_papay_contract(client: &Client) -> Result<Value> {
    let body = TerminateCombinePapayContractRequest::builder()
        .contract_termination_remark("用户解约")
        .build();
    let response = client
        .terminate_combine_papay_contract(12535, "wxwtdk20200910100000", &body)
        .await;
    json(response)
}

async fn create_combine_papay_transaction(client: &Client) -> Result<Value> {
    let body = CreateCombinePapayTransactionRequest::builder()
        .combine_appid("wxd678efh567hg6787")
        .combine_mchid("1900000109")
        .combine_out_trade_no("P20150806125346")
        .contract_id("123124412412423431")
        .sub_orders(vec![
            CreateSubOrder::builder()
                .mchid("1900000109")
                .attach("深圳分店")
                .amount(
                    CreateSubOrderAmount::builder()
                        .total_amount(Fen(100))
                        .currency("CNY")
                        .build(),
                )
                .out_trade_no("20150806125346")
                .sub_mchid("1900000109")
                .sub_appid("wxd678efh567hg6787")
                .description("腾讯充值中心-QQ会员充值")
                .settle_info(SettleInfo::builder().subsidy_amount(Fen(10)).build())
                .sub_risk_info(
                    "ip:202.106.196.115;last_oid:ox6zi6jKVxWVxxxx-xWlkMxxxx7E;device:%27Android%3B12%3BHUAWEI%3BADA-AL00%27;",
                )
                .build(),
        ])
        .risk_info(
            "ip:202.106.196.115;last_oid:ox6zi6jKVxWVxxxx-xWlkMxxxx7E;device:%27Android%3B12%3BHUAWEI%3BADA-AL00%27;",
        )
        .build();
    let response = client.create_combine_papay_transaction(&body).await;
    json(response)
}

async fn query_combine_papay_transaction(client: &Client) -> Result<Value> {
    let response = client
        .query_combine_papay_transaction("P20150806125346")
        .await;
    json(response)
}

async fn reverse_combine_papay_transaction(client: &Client) -> Result<Value> {
    let body = ReverseCombinePapayTransactionRequest::builder()
        .combine_appid("wxd678efh567hg6787")
        .sub_orders(vec![
            ReverseSubOrder::builder()
                .mchid("1900000109")
                .out_trade_no("20150806125346")
                .sub_mchid("1900000109")
                .sub_appid("wxd678efh567hg6787")
                .build(),
        ])
        .build();
    let response = client
        .reverse_combine_papay_transaction("P20150806125346", &body)
        .await;
    json(response)
}
