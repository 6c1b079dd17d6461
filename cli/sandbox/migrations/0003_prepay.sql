-- The order that a user pays by a `prepay_id`.
CREATE INDEX records_prepay ON records (data ->> 'prepay_id') WHERE kind IN ('order', 'combined_order');
