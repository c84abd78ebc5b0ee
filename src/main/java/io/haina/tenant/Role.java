package io.haina.tenant;

/** What a person is in the company; decides which use cases are open and how far their data reaches. */
public enum Role {
    ADMIN,
    SALES_MANAGER,
    SALES
}
