-- What a council agreed speaks for a person beside the load: weights with switches, in versions. The document is the whole of it.
create table kind_agreement (
    code      text not null primary key,
    name      text not null,
    agreed_by text not null,
    live_from date not null,
    document  text not null
);
