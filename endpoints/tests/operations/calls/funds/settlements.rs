//! 结算与费率.

use wechatpay_endpoints::funds::settlements::*;

use crate::operation::*;

operations! {
    "POST /v3/merchant-settlement/merchant-settle-rule-applications" => create_settle_rule_application,
    "GET /v3/merchant-settlement/merchant-settle-rule-applications/{application_id}" => query_settle_rule_application,
    "POST /v3/rate-activity/applications" => create_rate_activity_application,
    "GET /v3/rate-activity/applications/id/{application_id}" => query_rate_activity_application,
    "PATCH /v3/rate-activity/applications/id/{application_id}" => update_rate_activity_application,
}

async fn create_settle_rule_application(client: &Client) -> Result<Value> {
    let body = CreateSettleRuleApplicationRequest::builder()
        .acquiring_bank_id("1356485")
        .channel_id("20001111")
        .sub_mchid("1346578")
        .settle_rule_id(760)
        .build();
    let response = client.create_settle_rule_application(&body).await;
    json(response)
}

async fn query_settle_rule_application(client: &Client) -> Result<Value> {
    let response = client.query_settle_rule_application("20000011111").await;
    json(response)
}

async fn create_rate_activity_application(client: &Client) -> Result<Value> {
    let body = CreateRateActivityApplicationRequest::builder()
        .acquiring_bank_id("1356485")
        .channel_id("20001111")
        .sub_mchid("1346578")
        .activity_detail(
            ActivityDetail::builder()
                .activity_id("schoolcanteen_001")
                .activity_rate("0.6")
                .activity_apply_information(vec![
                    ActivityApplyInformation::builder()
                        .apply_material_id("SCHOOL_QUALIFICATION_PROVEMENT")
                        .apply_material_information(vec![
                            "0P3ng6KTIW4-Q_l2FjKLZuhHjBWoMAjmVtCz7ScmhEIThCaV-4BBgVwtNkCHO_XXqK5dE5YdOmFJBZR9FwczhJehHhAZN6BKXQPcs-VvdSo".into(),
                        ])
                        .build(),
                ])
                .build(),
        )
        .additional_information(
            AdditionalInformation::builder()
                .additional_message("特殊情况，说明原因")
                .additional_material(vec![
                    "0P3ng6KTIW4-Q_l2FjKLZuhHjBWoMAjmVtCz7ScmhEIThCaV-4BBgVwtNkCHO_XXqK5dE5YdOmFJBZR9FwczhJehHhAZN6BKXQPcs-VvdSo".into(),
                ])
                .build(),
        )
        .build();
    let response = client.create_rate_activity_application(&body).await;
    json(response)
}

async fn query_rate_activity_application(client: &Client) -> Result<Value> {
    let response = client.query_rate_activity_application("20000011111").await;
    json(response)
}

async fn update_rate_activity_application(client: &Client) -> Result<Value> {
    let body = UpdateRateActivityApplicationRequest::builder()
        .activity_detail_modification(
            ActivityDetailModification::builder()
                .activity_rate("0.6")
                .activity_apply_information(vec![
                    ActivityApplyInformation::builder()
                        .apply_material_id("SCHOOL_QUALIFICATION_PROVEMENT")
                        .apply_material_information(vec![
                            "0P3ng6KTIW4-Q_l2FjKLZuhHjBWoMAjmVtCz7ScmhEIThCaV-4BBgVwtNkCHO_XXqK5dE5YdOmFJBZR9FwczhJehHhAZN6BKXQPcs-VvdSo".into(),
                        ])
                        .build(),
                ])
                .build(),
        )
        .additional_information(
            AdditionalInformation::builder()
                .additional_message("特殊情况，说明原因")
                .additional_material(vec![
                    "0P3ng6KTIW4-Q_l2FjKLZuhHjBWoMAjmVtCz7ScmhEIThCaV-4BBgVwtNkCHO_XXqK5dE5YdOmFJBZR9FwczhJehHhAZN6BKXQPcs-VvdSo".into(),
                ])
                .build(),
        )
        .build();
    let response = client
        .update_rate_activity_application("20000011111", &body)
        .await;
    json(response)
}
