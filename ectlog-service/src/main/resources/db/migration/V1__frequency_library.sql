-- The library of frequencies and talkgroups that nets choose from. Nets keep a copy of what they chose (V2), so that an
-- edit here never rewrites an old log, and an entry may go while a log still names it.
CREATE TABLE frequency (
    id          uuid PRIMARY KEY,
    version     bigint       NOT NULL,
    frequency   varchar(16)  CHECK (frequency ~ '^[0-9]{1,6}\.[0-9]{3,6}$'), -- MHz
    mode        varchar(16)  NOT NULL,
    network     varchar(100),
    talkgroup   varchar(50),
    description varchar(500),
    created_at  timestamptz  NOT NULL,
    CONSTRAINT frequency_or_network CHECK (frequency IS NOT NULL OR network IS NOT NULL),
    CONSTRAINT frequency_mode CHECK (mode IN
        ('FM', 'AM', 'SSB', 'USB', 'LSB', 'CW', 'DIGITAL', 'DMR', 'D-STAR', 'FUSION', 'YSF', 'P25', 'GMRS'))
);

CREATE UNIQUE INDEX frequency_once ON frequency (frequency, mode, network, talkgroup) NULLS NOT DISTINCT;
