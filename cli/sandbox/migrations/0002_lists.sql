-- The newest records of a kind. The index ends in `sequence`, as every index does.
CREATE INDEX records_kind ON records (kind);

-- The notifications about an order or a refund, and the refunds of an order.
CREATE INDEX records_subject ON records (owner, data ->> 'subject') WHERE kind = 'notification';
CREATE INDEX records_order ON records (owner, data ->> 'order') WHERE kind = 'refund';
