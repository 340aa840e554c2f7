-- The folders that the operator configured. Rows follow the configuration at each start; a library that is no longer
-- configured keeps its catalogue and is shown to nobody.
CREATE TABLE library
(
    id         uuid         NOT NULL PRIMARY KEY,
    key        varchar(50)  NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9][a-z0-9-]*$'),
    name       varchar(100) NOT NULL CHECK (name <> ''),
    kind       varchar(20)  NOT NULL CHECK (kind IN ('RECORDINGS', 'TRAINING', 'FORMS', 'PHOTOS', 'MIXED')),
    configured boolean      NOT NULL,
    online     boolean      NOT NULL,
    updated_at timestamptz  NOT NULL
);

-- Who sees a library: anybody with one of these global roles.
CREATE TABLE library_role
(
    library_id uuid        NOT NULL REFERENCES library ON DELETE CASCADE,
    role       varchar(20) NOT NULL CHECK (role IN ('USER', 'LOGGER', 'NCS', 'ADMIN')),
    PRIMARY KEY (library_id, role)
);
