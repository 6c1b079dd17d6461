//! 渠道服务.

use wechatpay_endpoints::funds::aggregate_accounts::*;

use crate::operation::*;

operations! {
    "GET /v3/aggracct-bc/wb-channel/account/mch_archives" => query_channel_merchant_archives,
    "GET /v3/aggracct-bc/wb-channel/account/mch_media" => query_channel_merchant_media,
    "POST /v3/aggracct-bc/wb-channel/control-orders/info/update/result/notify" => notify_channel_merchant_info_update_result,
    "GET /v3/aggracct-bc/wb-channel/account/balance" => query_channel_balance,
    "POST /v3/aggracct-bc/wb-channel/bank-channel-account/rename" => rename_bank_channel_account,
    "GET /v3/aggracct-bc/wb-channel/bank-channel-account/rename/{application_id}" => query_bank_channel_account_rename,
    "POST /v3/aggracct-bc/wb-channel/control-orders/punish" => punish_channel_account,
    "POST /v3/aggracct-bc/wb-channel/control-orders/recover" => recover_channel_account,
    "GET /v3/aggracct-bc/wb-channel/control-orders/{out_request_no}" => query_channel_control_order,
    "POST /v3/aggracct-bc/wb-channel/special-reduction" => create_special_reduction,
    "GET /v3/aggracct-bc/wb-channel/special-reduction/{out_request_no}" => query_special_reduction,
}

async fn query_channel_merchant_archives(client: &Client) -> Result<Value> {
    let response = client
        .query_channel_merchant_archives(
            "1900016681",
            &Sensitive::from("8609cb22e1774a50a930e414cc71eca06121bc"),
            Some(&Sensitive::from("example_card_no")),
            Some("example_sgn_no"),
            Some(&RequestScene::SjtConvenientSettlementServiceMerchant),
        )
        .await;
    json(response)
}

async fn query_channel_merchant_media(client: &Client) -> Result<Value> {
    let query = QueryChannelMerchantMediaQuery::builder()
        .mchid("mchid_example")
        .platform_trx_id("platform_trx_id_example")
        .mch_media_type(MerchantMediaType::IdCardFront)
        .media_id("media_id_example")
        .build();
    let response = client
        .query_channel_merchant_media(&BusinessScene::SjtMicroPlusOpenAccount, &query)
        .await;
    json(response)
}

async fn notify_channel_merchant_info_update_result(client: &Client) -> Result<Value> {
    let body = NotifyChannelMerchantInfoUpdateResultRequest::builder()
        .out_request_no("htozr8denqegbt6tk6u10iymo7yww5pn")
        .mchid("1900016681")
        .audit_result(AuditResult::Pass)
        .audit_finish_time("2015-05-20T13:29:35+08:00")
        .attach_info("updateidcard")
        .fail_code("1001")
        .fail_msg("IDCARD_ILLEGAL")
        .build();
    let response = client
        .notify_channel_merchant_info_update_result(&body)
        .await;
    json(response)
}

async fn query_channel_balance(client: &Client) -> Result<Value> {
    let response = client
        .query_channel_balance(
            "1900016681",
            &Sensitive::from("8609cb22e1774a50a930e414cc71eca06121bc"),
            Some(&Sensitive::from("example_card_no")),
            Some("example_sgn_no"),
            Some(&RequestScene::SjtConvenientSettlementServiceMerchant),
        )
        .await;
    json(response)
}

async fn rename_bank_channel_account(client: &Client) -> Result<Value> {
    let body = RenameBankChannelAccountRequest::builder()
        .out_request_no("htozr8denqegbt6tk6u10iymo7yww5pn")
        .mchid("1900016681")
        .bal_account_no("8609cb22e1774a50a930e414cc71eca06121bc")
        .change_scene(ChangeScene::SubjectInfoRename)
        .req_scene(RequestScene::SjtConvenientSettlementServiceMerchant)
        .build();
    let response = client.rename_bank_channel_account(&body).await;
    json(response)
}

async fn query_bank_channel_account_rename(client: &Client) -> Result<Value> {
    let response = client
        .query_bank_channel_account_rename(
            "11117742499090086455469010028373",
            "1900016681",
            &Sensitive::from("8609cb22e1774a50a930e414cc71eca06121bc"),
        )
        .await;
    json(response)
}

async fn punish_channel_account(client: &Client) -> Result<Value> {
    let body = PunishChannelAccountRequest::builder()
        .out_request_no("example_out_request_no")
        .mchid("example_mchid")
        .bal_account_no("example_bal_account_no")
        .punish_scene(1)
        .punish_reason("example_punish_reason")
        .punish_end_time("2015-05-20T13:29:35+08:00")
        .card_no("example_card_no")
        .sgn_no("example_sgn_no")
        .req_scene(RequestScene::SjtConvenientSettlementServiceMerchant)
        .fund_repatriation_strategy(FundRepatriationStrategy::AllForbidden)
        .build();
    let response = client.punish_channel_account(&body).await;
    json(response)
}

async fn recover_channel_account(client: &Client) -> Result<Value> {
    let body = RecoverChannelAccountRequest::builder()
        .out_request_no("example_out_request_no")
        .related_webank_punish_no("example_related_webank_punish_no")
        .related_wxpay_punish_no("example_related_wxpay_punish_no")
        .mchid("example_mchid")
        .bal_account_no("example_bal_account_no")
        .recover_reason("example_recover_reason")
        .card_no("example_card_no")
        .sgn_no("example_sgn_no")
        .req_scene(RequestScene::SjtConvenientSettlementServiceMerchant)
        .build();
    let response = client.recover_channel_account(&body).await;
    json(response)
}

async fn query_channel_control_order(client: &Client) -> Result<Value> {
    let response = client
        .query_channel_control_order(
            "out_request_no_example",
            &ControlScene::Punish,
            "1900016681",
        )
        .await;
    json(response)
}

async fn create_special_reduction(client: &Client) -> Result<Value> {
    let body = CreateSpecialReductionRequest::builder()
        .mchid("1900016681")
        .bal_account_no("8609cb22e1774a50a930e414cc71eca06121bc")
        .out_request_no("htozr8denqegbt6tk6u10iymo7yww5pn")
        .reduction_type(ReductionType::JudicialDeduction)
        .amount(Fen(1))
        .reason("司法案件号：202508080009")
        .card_no("example_card_no")
        .sgn_no("example_sgn_no")
        .req_scene(RequestScene::SjtConvenientSettlementServiceMerchant)
        .build();
    let response = client.create_special_reduction(&body).await;
    json(response)
}

async fn query_special_reduction(client: &Client) -> Result<Value> {
    let response = client
        .query_special_reduction(
            "htozr8denqegbt6tk6u10iymo7yww5pn",
            "1900016681",
            &Sensitive::from("8609cb22e1774a50a930e414cc71eca06121bc"),
            Some(&Sensitive::from("example_card_no")),
            Some("example_sgn_no"),
            Some(&RequestScene::SjtConvenientSettlementServiceMerchant),
        )
        .await;
    json(response)
}
