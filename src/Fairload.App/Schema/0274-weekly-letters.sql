-- One letter a week for an account, and no second one.
create table weekly_letter (
    account_id uuid not null references account (id),
    -- Its Monday.
    week       date not null,
    primary key (account_id, week)
);

-- Who wants none.
create table weekly_letter_off (
    account_id uuid not null primary key references account (id)
);
