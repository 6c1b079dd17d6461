-- Everything that the sandbox remembers: orders, refunds and the like, each as JSON.
CREATE TABLE records (
    -- In the order of creation.
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    -- The merchant number under which `number` is unique.
    owner TEXT NOT NULL,
    -- The merchant's number, such as `out_trade_no`.
    number TEXT NOT NULL,
    -- The number of WeChat Pay, such as `transaction_id`.
    id TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (kind, owner, number),
    UNIQUE (kind, id)
);

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Things that the sandbox does later, such as the next attempt of a notification.
CREATE TABLE tasks (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Unix seconds by the clock of the sandbox.
    due INTEGER NOT NULL,
    -- The task, as JSON.
    data TEXT NOT NULL
);

CREATE INDEX tasks_due ON tasks (due);
