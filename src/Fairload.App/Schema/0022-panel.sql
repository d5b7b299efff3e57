-- Sessions of the complex case panel.
create table panel_session (
    id                 uuid        not null primary key,
    -- Empty for the whole council.
    service            text        not null,
    held_on            date        not null,
    -- As a clock on a wall shows it: 14:30.
    begins             text        not null,
    place              text        not null,
    sits               text        not null,
    slots              integer     not null check (slots > 0),
    slot_minutes       integer     not null check (slot_minutes > 0),
    opened_by          text        not null,
    opened_by_id       uuid        null references worker (id),
    opened_at          timestamptz not null,
    called_off_at      timestamptz null,
    called_off_because text        not null,
    version            integer     not null
);
create index panel_session_by_day on panel_session (held_on);

create table panel_booking (
    id           uuid        not null primary key,
    session_id   uuid        not null references panel_session (id),
    slot         integer     not null check (slot > 0),
    case_id      uuid        not null references case_record (id),
    worker_id    uuid        not null references worker (id),
    question     text        not null,
    booked_by    text        not null,
    booked_by_id uuid        null references worker (id),
    booked_at    timestamptz not null,
    freed_at     timestamptz null,
    freed_by     text        not null,
    advice       text        not null,
    decision     text        not null,
    present      text        not null,
    -- Codes, parted by blanks.
    themes       text        not null,
    own_theme    text        not null,
    advised_at   timestamptz null,
    advised_by   text        not null,
    version      integer     not null
);
create unique index panel_booking_one_a_slot on panel_booking (session_id, slot) where freed_at is null;
create unique index panel_booking_one_a_case on panel_booking (case_id) where freed_at is null and advised_at is null;
create index panel_booking_by_worker on panel_booking (worker_id);
