-- loaded if: SELECT 1 FROM net WHERE owner_id = '0190d000-0000-7000-8000-000000000001'
-- A team's evening: frequencies, a net on the air, two that are over, one to come. Each row of a log stands in the net's
-- journal as well, as if it had been logged by hand.

CREATE TEMPORARY TABLE person ON COMMIT DROP AS
SELECT cast('0190d000-0000-7000-8000-' || lpad(n::text, 12, '0') AS uuid) AS id, name, callsign
FROM (VALUES (1, 'Ruth Calder', 'KX1RC'), (2, 'Tom Okafor', 'KX1TO'), (3, 'Lena Vogt', 'DL9LVX'),
             (4, 'Sam Ortiz', 'KX2SO'), (5, 'Priya Nair', 'VU2PNX'), (6, 'Joe Blackwood', 'KX3JB'))
     AS known (n, name, callsign);

INSERT INTO operator (user_id, callsign, name, seen_at) SELECT id, callsign, name, now() FROM person ON CONFLICT DO NOTHING;

INSERT INTO frequency (id, version, frequency, mode, network, talkgroup, description, created_at)
SELECT uuidv7(), 0, mhz, mode, network, talkgroup, description, now() - interval '90 days'
FROM (VALUES ('146.940', 'FM',  null,          null,   'County repeater, tone 100.0'),
             ('446.000', 'FM',  null,          null,   'UHF simplex'),
             ('3.940',   'LSB', null,          null,   'Regional HF, evenings'),
             (null,      'DMR', 'Brandmeister', '31123', 'County talkgroup')) AS entry (mhz, mode, network, talkgroup, description)
ON CONFLICT DO NOTHING;

CREATE TEMPORARY TABLE evening ON COMMIT DROP AS
SELECT slug, uuidv7(begins - now() - interval '1 hour') AS id, name, description, status, begins, ends
FROM (VALUES
    ('past',    'County Readiness Net',     'Weekly check of stations, power and antennas. All licensed operators are welcome.',
                'CLOSED',    now() - interval '7 days 70 minutes', now() - interval '7 days 20 minutes'),
    ('storm',   'Storm Watch Net',          'Reports of wind, water and damage while the warning lasts.',
                'CLOSED',    now() - interval '3 days 3 hours',    now() - interval '3 days'),
    ('running', 'County Readiness Net',     'Weekly check of stations, power and antennas. All licensed operators are welcome.',
                'ACTIVE',    now() - interval '21 minutes',        null),
    ('coming',  'Marathon Support Briefing', 'Posts, frequencies and shifts for Sunday. Please have the map at hand.',
                'SCHEDULED', date_trunc('day', now()) + interval '5 days 19 hours', null)
) AS planned (slug, name, description, status, begins, ends);

INSERT INTO net (id, version, name, description, status, scheduled_start, zone, started_at, closed_at, self_check_in,
                 owner_id, owner_name, owner_callsign, created_at)
SELECT evening.id, 1, evening.name, description, status, begins, 'America/New_York',
       CASE WHEN status <> 'SCHEDULED' THEN begins END, ends, true,
       person.id, person.name, person.callsign, least(begins, now()) - interval '1 hour'
FROM evening JOIN person ON person.callsign = CASE slug WHEN 'storm' THEN 'KX1TO' ELSE 'KX1RC' END;

INSERT INTO net_frequency (net_id, frequency_id, position, frequency, mode, network, talkgroup, description)
SELECT evening.id, library.id, row_number() OVER (PARTITION BY evening.id ORDER BY library.id) - 1,
       library.frequency, library.mode, library.network, library.talkgroup, library.description
FROM evening JOIN frequency AS library
     ON library.frequency = '146.940' OR (slug = 'storm' AND library.frequency = '3.940') OR (slug = 'running' AND library.talkgroup = '31123');

INSERT INTO net_role (net_id, user_id, role, name, callsign, granted_at)
SELECT net.id, person.id, role, person.name, person.callsign, net.created_at
FROM net JOIN evening ON evening.id = net.id
     JOIN (VALUES ('past', 'KX1RC', 'NCS'), ('past', 'DL9LVX', 'LOGGER'), ('storm', 'KX1TO', 'NCS'), ('storm', 'KX1RC', 'NCS'),
                  ('running', 'KX1RC', 'NCS'), ('running', 'DL9LVX', 'LOGGER'), ('coming', 'KX1RC', 'NCS')) AS duty (slug, callsign, role)
          ON duty.slug = evening.slug
     JOIN person ON person.callsign = duty.callsign;

INSERT INTO net_subscription (net_id, user_id, subscribed_at)
SELECT evening.id, person.id, now() FROM evening, person WHERE person.callsign IN ('KX1RC', 'KX2SO');

CREATE TEMPORARY TABLE heard ON COMMIT DROP AS
SELECT * FROM (VALUES
    ('past',    1, 'KX1RC',      'KX1RC',  null,  null, 'Ruth',    'Fairview EOC',     'CHECKED_OUT', null,    null, 0),
    ('past',    2, 'KX2SO',      'KX2SO',  null,  null, 'Sam',     'Millbrook',        'CHECKED_OUT', null,    'Battery, 40 Ah', 2),
    ('past',    3, 'KX3JB',      'KX3JB',  null,  null, 'Joe',     'Harbor',           'CHECKED_OUT', null,    null, 3),
    ('past',    4, 'W2/VU2PNX',  'VU2PNX', 'W2',  null, 'Priya',   'Visiting Albany',  'CHECKED_OUT', 'KX2SO', null, 5),
    ('past',    5, 'KX1TO/M',    'KX1TO',  null,  'M',  'Tom',     'Route 9 north',    'CHECKED_OUT', null,    'Vehicle', 8),
    ('past',    6, 'WRXX212',    'WRXX212', null, null, 'Dee',     'Fairview, by GMRS','CHECKED_OUT', null,    null, 11),
    ('storm',   1, 'KX1TO',      'KX1TO',  null,  null, 'Tom',     'Fairview EOC',     'CHECKED_OUT', null,    'Generator', 0),
    ('storm',   2, 'KX3JB',      'KX3JB',  null,  null, 'Joe',     'Harbor',           'CHECKED_OUT', null,    null, 4),
    ('storm',   3, 'KX4DLT',     'KX4DLT', null,  null, 'Marcus',  'Delta Creek',      'CHECKED_OUT', null,    null, 15),
    ('storm',   4, 'KX2SO',      'KX2SO',  null,  null, 'Sam',     'Millbrook bridge', 'CHECKED_OUT', null,    null, 22),
    ('running', 1, 'KX1RC',      'KX1RC',  null,  null, 'Ruth',    'Fairview EOC',     'CHECKED_IN',  null,    null, 0),
    ('running', 2, 'DL9LVX',     'DL9LVX', null,  null, 'Lena',    'Remote, by EchoLink','LISTENING', null,    null, 1),
    ('running', 3, 'KX2SO',      'KX2SO',  null,  null, 'Sam',     'Millbrook',        'HAS_TRAFFIC', null,    'Battery, 40 Ah', 3),
    ('running', 4, 'KX3JB/M',    'KX3JB',  null,  'M',  'Joe',     'Harbor road',      'MOBILE',      null,    'Vehicle', 4),
    ('running', 5, 'KX4DLT',     'KX4DLT', null,  null, 'Marcus',  'Delta Creek',      'CHECKED_IN',  'KX2SO', null, 6),
    ('running', 6, 'VE3/KX5NN/P','KX5NN',  'VE3', 'P',  'Nora',    'FN25, camp',       'CHECKED_IN',  null,    'Solar', 9),
    ('running', 7, 'KX1TO',      'KX1TO',  null,  null, 'Tom',     'Fairview',         'AWAY',        null,    null, 12),
    ('running', 8, 'WRXX212',    'WRXX212', null, null, 'Dee',     'Fairview, by GMRS','ANNOUNCEMENTS', null,  null, 14)
) AS row (slug, number, callsign, base, prefix, suffix, name, location, status, relayed_by, power, minute);

INSERT INTO check_in (id, net_id, number, version, callsign, base, prefix, suffix, tactical, name, location, status,
                      frequency_id, relayed_by, power, custom_fields, user_id, logged_by_id, logged_by_name,
                      logged_by_callsign, checked_in_at, checked_out_at)
SELECT uuidv7(net.started_at - now() + minute * interval '1 minute'), net.id, number, 0, heard.callsign, base, prefix, suffix,
       false, heard.name, location, heard.status,
       (SELECT frequency_id FROM net_frequency WHERE net_id = net.id ORDER BY position LIMIT 1), relayed_by, power, '{}',
       account.id, coalesce(logger.id, net.owner_id), coalesce(logger.name, net.owner_name), coalesce(logger.callsign, net.owner_callsign),
       net.started_at + minute * interval '1 minute', net.closed_at
FROM heard JOIN evening USING (slug) JOIN net ON net.id = evening.id
     LEFT JOIN person AS account ON account.callsign = heard.base
     LEFT JOIN person AS logger ON logger.callsign = 'DL9LVX' AND slug <> 'storm' AND number % 2 = 0;

UPDATE net SET last_number = (SELECT coalesce(max(number), 0) FROM check_in WHERE net_id = net.id)
WHERE id IN (SELECT id FROM evening);

INSERT INTO chat_message (id, net_id, author_id, author_name, author_callsign, text, at)
SELECT uuidv7(net.started_at - now() + minute * interval '1 minute'), net.id, person.id, person.name, person.callsign, said,
       net.started_at + minute * interval '1 minute'
FROM (VALUES
    ('past',    'KX1RC',  1,  'Good evening all. Please give callsign, name, location and how you are powered.'),
    ('past',    'KX2SO',  6,  'Priya was weak on the repeater, I relayed her.'),
    ('storm',   'KX1TO',  1,  'The warning lasts until 22:00. Reports of water on roads first, please.'),
    ('storm',   'KX3JB',  30, 'Harbor road is passable again.'),
    ('running', 'KX1RC',  1,  'Good evening, this is the County Readiness Net. Short time and mobile stations first.'),
    ('running', 'DL9LVX', 2,  'I am logging tonight, Ruth is on the air.'),
    ('running', 'KX2SO',  5,  'I have one Routine for Delta Creek.'),
    ('running', 'KX1RC',  7,  'Sam, stand by for KX4DLT after the roll call.')
) AS line (slug, callsign, minute, said)
     JOIN evening USING (slug) JOIN net ON net.id = evening.id JOIN person USING (callsign);

INSERT INTO station (callsign, name, location, last_heard_at)
SELECT DISTINCT ON (callsign) callsign, name, location, checked_in_at FROM check_in
WHERE net_id IN (SELECT id FROM evening) ORDER BY callsign, checked_in_at DESC
ON CONFLICT DO NOTHING;

CREATE FUNCTION pg_temp.instant(at timestamptz) RETURNS text LANGUAGE sql AS
$$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;

CREATE FUNCTION pg_temp.operator(id uuid, name text, callsign text) RETURNS jsonb LANGUAGE sql AS
$$ SELECT jsonb_build_object('userId', id, 'name', name, 'callsign', callsign) $$;

CREATE TEMPORARY TABLE happened ON COMMIT DROP AS
SELECT net_id, checked_in_at AS at, 2 AS rank, 'check-in.added' AS type,
       logged_by_id AS actor_id, logged_by_name AS actor_name, logged_by_callsign AS actor_callsign,
       jsonb_build_object('after', jsonb_build_object(
           'id', id, 'version', version, 'netId', net_id, 'number', number, 'callsign', callsign, 'base', base,
           'prefix', prefix, 'suffix', suffix, 'tactical', tactical, 'name', name, 'location', location,
           'status', CASE WHEN status = 'CHECKED_OUT' THEN 'CHECKED_IN' ELSE status END, 'frequencyId', frequency_id,
           'relayedBy', relayed_by, 'notes', notes, 'weather', weather, 'power', power, 'customFields', custom_fields,
           'recheckOf', recheck_of, 'userId', user_id, 'loggedBy', pg_temp.operator(logged_by_id, logged_by_name, logged_by_callsign),
           'checkedInAt', pg_temp.instant(checked_in_at), 'checkedOutAt', null, 'deleted', false)) AS payload
FROM check_in WHERE net_id IN (SELECT id FROM evening)
UNION ALL
SELECT net_id, at, 3, 'chat.posted', author_id, author_name, author_callsign,
       jsonb_build_object('after', jsonb_build_object('id', id, 'author', pg_temp.operator(author_id, author_name, author_callsign),
                                                      'text', text, 'at', pg_temp.instant(at)))
FROM chat_message WHERE net_id IN (SELECT id FROM evening);

INSERT INTO journal_entry (net_id, sequence, type, at, actor_id, actor_name, actor_callsign, payload)
SELECT net_id, row_number() OVER (PARTITION BY net_id ORDER BY at, rank), type, at, actor_id, actor_name, actor_callsign, payload
FROM happened;

UPDATE net SET sequence = (SELECT coalesce(max(sequence), 0) FROM journal_entry WHERE net_id = net.id)
WHERE id IN (SELECT id FROM evening);
