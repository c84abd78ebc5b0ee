-- Opaque tokens. A request brings nothing but the token, so this is a directory that is read before a tenant is known, as
-- sign_in_name is. Only the hash is kept: whoever reads the table cannot sign in with it.
create table session_token (
    token_hash  bytea primary key check (octet_length(token_hash) = 32),
    tenant_id   bigint not null,
    session_id  bigint not null,
    foreign key (tenant_id, session_id) references session on delete cascade
);
create index session_token_by_session on session_token (tenant_id, session_id);
