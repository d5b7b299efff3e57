create table account (
    id                   uuid        not null primary key,
    email                text        not null unique,
    name                 text        not null,
    worker_id            uuid        null references worker (id),
    password_hash        text        null,
    password_changed_at  timestamptz null,
    totp_secret          text        null,
    totp_confirmed_at    timestamptz null,
    last_totp_step       bigint      not null,
    pending_totp_secret  text        null,
    pending_totp_made_at timestamptz null,
    disabled             boolean     not null,
    created_at           timestamptz not null,
    version              integer     not null,
    check (email = lower(email)),
    check ((totp_secret is null) = (totp_confirmed_at is null)),
    check ((pending_totp_secret is null) = (pending_totp_made_at is null))
);

create table account_grant (
    id         uuid not null primary key,
    account_id uuid not null references account (id),
    role       text not null check (role in ('Administrator', 'Practitioner', 'TeamManager', 'HeadOfService', 'Director',
        'PrincipalSocialWorker', 'HumanResources', 'ElectedMember', 'UnionRepresentative', 'Evaluator', 'Analyst')),
    team_id    uuid null references team (id),
    service    text null,
    check (team_id is null or service is null)
);
create unique index account_grant_council on account_grant (account_id, role) where team_id is null and service is null;
create unique index account_grant_team on account_grant (account_id, role, team_id) where team_id is not null;
create unique index account_grant_service on account_grant (account_id, role, service) where service is not null;

create table recovery_code (
    id         uuid        not null primary key,
    account_id uuid        not null references account (id),
    code_hash  text        not null,
    used_at    timestamptz null
);
create index recovery_code_by_account on recovery_code (account_id);

create table invitation (
    id         uuid        not null primary key,
    account_id uuid        not null references account (id),
    token_hash text        not null unique,
    expires_at timestamptz not null,
    used_at    timestamptz null
);
create index invitation_by_account on invitation (account_id);

-- The cookie's number is not here, only its hash: a copy of the database signs nobody in.
create table session (
    id           uuid        not null primary key,
    token_hash   text        not null unique,
    account_id   uuid        not null references account (id),
    way          text        not null check (way in ('Password', 'Demo')),
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    ends_at      timestamptz not null,
    user_agent   text        not null,
    device       text        not null
);
create index session_by_account on session (account_id);
create index session_by_end on session (ends_at);

create table sign_in_failure (
    id           uuid        not null primary key,
    subject      text        not null,
    place        text        not null,
    known_device boolean     not null,
    at           timestamptz not null
);
create index sign_in_failure_by_subject on sign_in_failure (subject, at);
create index sign_in_failure_by_time on sign_in_failure (at);

-- The keys with which cookies and second-factor secrets are encrypted, shared by all nodes and kept over a restart.
create table data_protection_key (
    id      uuid not null primary key,
    name    text not null,
    element text not null
);
