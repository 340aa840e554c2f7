CREATE TABLE deed (
    id   uuid PRIMARY KEY,
    name text NOT NULL
);
