-- Notices that an order is withdrawn are few among all messages: who has still to be told is found at once.
CREATE INDEX outbox_withdrawal ON room.outbox (subdistrict, created_at) WHERE level = 0;
