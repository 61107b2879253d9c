-- Owner: catalogue. What lists, counts and price revisions nearly always ask of: products that are not archived.
create index product_in_use on product (id) where archived_at is null;
