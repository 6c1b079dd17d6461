//! 先享卡.

use wechatpay_endpoints::industries::discount_cards::*;

use crate::operation::*;

operations! {
    "POST /v3/discount-card/cards" => create_discount_card,
    "GET /v3/discount-card/cards/{out_card_code}" => query_discount_card,
    "POST /v3/discount-card/cards/{out_card_code}/add-user-records" => add_discount_card_user_records,
    "GET /v3/discount-card/orders/out-trade-no/{out_trade_no}" => query_discount_card_order_by_out_trade_no,
    "GET /v3/discount-card/orders/{out_order_no}" => query_discount_card_order_by_out_order_no,
    "PATCH /v3/discount-card/orders/{out_order_no}" => update_discount_card_order,
}

async fn create_discount_card(client: &Client) -> Result<Value> {
    let body = CreateDiscountCardRequest::builder()
        .out_card_code("6e8369071cd942c0476613f9d1ce9ca3")
        .card_template_id("87789b2f25177433bcbf407e8e471f95")
        .appid("wxd678efh567hg6787")
        .notify_url("https://api.test.com")
        .build();
    let response = client.create_discount_card(&body).await;
    json(response)
}

async fn query_discount_card(client: &Client) -> Result<Value> {
    let response = client
        .query_discount_card("6e8369071cd942c0476613f9d1ce9ca3")
        .await;
    json(response)
}

async fn add_discount_card_user_records(client: &Client) -> Result<Value> {
    let body = AddDiscountCardUserRecordsRequest::builder()
        .card_template_id("87789b2f25177433bcbf407e8e471f95")
        .objective_completion_records(vec![
            ObjectiveCompletionRecord::builder()
                .objective_completion_serial_no("578354545")
                .objective_id("123456")
                .completion_time("2015-05-20T13:29:35.120+08:00")
                .completion_type("INCREASE")
                .description("购买商品")
                .completion_count(1)
                .remark("特价商品")
                .build(),
        ])
        .reward_usage_records(vec![
            RewardUsageRecord::builder()
                .reward_usage_serial_no("578354")
                .reward_id("123456")
                .usage_time("2015-05-20T13:29:35.120+08:00")
                .usage_type("INCREASE")
                .description("购买商品")
                .usage_count(1)
                .amount(Fen(100))
                .remark("特价商品")
                .build(),
        ])
        .build();
    let response = client
        .add_discount_card_user_records("6e8369071cd942c0476613f9d1ce9ca3", &body)
        .await;
    json(response)
}

async fn query_discount_card_order_by_out_trade_no(client: &Client) -> Result<Value> {
    let response = client
        .query_discount_card_order_by_out_trade_no("6e8369071cd942c0476613f9d1ce9ca3")
        .await;
    json(response)
}

async fn query_discount_card_order_by_out_order_no(client: &Client) -> Result<Value> {
    let response = client
        .query_discount_card_order_by_out_order_no("233bcbf407e87789b8e471f251774f95")
        .await;
    json(response)
}

async fn update_discount_card_order(client: &Client) -> Result<Value> {
    let body = UpdateDiscountCardOrderRequest::builder()
        .objectives(vec![
            UpdateOrderObjective::builder()
                .objective_serial_no("578354545")
                .objective_id(123456)
                .performance_description("购买商品")
                .performance_type(PerformanceType::Increase)
                .count(1)
                .performance_time("2015-05-20T13:29:35.120+08:00")
                .remark("特价商品")
                .build(),
        ])
        .rewards(vec![
            UpdateOrderReward::builder()
                .reward_serial_no("578354")
                .reward_id(123456)
                .description("购买商品")
                .reward_type(PerformanceType::Increase)
                .count(1)
                .amount(Fen(100))
                .reward_time("2015-05-20T13:29:35.120+08:00")
                .remark("特价商品")
                .build(),
        ])
        .build();
    let response = client
        .update_discount_card_order("233bcbf407e87789b8e471f251774f95", &body)
        .await;
    json(response)
}
