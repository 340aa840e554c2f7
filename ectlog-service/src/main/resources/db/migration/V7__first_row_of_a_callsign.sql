-- Each check-in asks for the first row of its callsign in its net. Without the number in the index PostgreSQL may walk the whole
-- log of the net in its order instead, which costs more the longer the net lasts.
DROP INDEX check_in_by_callsign;
CREATE INDEX check_in_by_callsign ON check_in (callsign, net_id, number);
