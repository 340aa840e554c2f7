-- What a team wants to know of its people besides name and callsign. A GMRS licence covers a family, so several accounts may have
-- the same one; a call that was given up is given to somebody else some day, so earlier ones are not unique either.
alter table account
    add column gmrs_callsign varchar(7) check (gmrs_callsign ~ '^[KW]([A-Z]{2}[0-9]{4}|[A-Z]{3}[0-9]{3})$'),
    -- In the order their owner gave, with a blank between them.
    add column earlier_callsigns varchar(209) not null default ''
        check (earlier_callsigns ~ '^([A-Z0-9/]{3,20}( [A-Z0-9/]{3,20}){0,9})?$'),
    add column place varchar(200) check (place <> ''),
    -- Maidenhead locator.
    add column grid varchar(10) check (grid ~ '^[A-R]{2}[0-9]{2}([a-x]{2}([0-9]{2}([a-x]{2})?)?)?$'),
    -- Degrees, WGS 84.
    add column latitude double precision check (latitude between -90 and 90),
    add column longitude double precision check (longitude between -180 and 180),
    add constraint account_coordinates_are_two check ((latitude is null) = (longitude is null)),
    add constraint account_position_is_one check (grid is null or latitude is null);
