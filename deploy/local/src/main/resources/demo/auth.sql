-- loaded if: SELECT 1 FROM account WHERE id = '0190d000-0000-7000-8000-000000000001'
-- The operators of the demonstration team. Each can sign in like anybody else: the mail arrives in the mailbox.
INSERT INTO account (id, email, email_key, email_proven_at, name, callsign, zone, locale, role, last_seen_at, created_at, version)
SELECT cast('0190d000-0000-7000-8000-' || lpad(n::text, 12, '0') AS uuid), email, email, now() - interval '90 days',
       name, callsign, zone, 'en', role, now() - cast(seen AS interval), now() - interval '90 days', 0
FROM (VALUES
    (1, 'ruth@demo.ect.example',  'Ruth Calder',   'KX1RC',  'America/New_York',    'NCS',    '20 minutes'),
    (2, 'tom@demo.ect.example',   'Tom Okafor',    'KX1TO',  'America/New_York',    'NCS',    '2 days'),
    (3, 'lena@demo.ect.example',  'Lena Vogt',     'DL9LVX', 'Europe/Berlin',       'LOGGER', '18 minutes'),
    (4, 'sam@demo.ect.example',   'Sam Ortiz',     'KX2SO',  'America/Chicago',     'USER',   '15 minutes'),
    (5, 'priya@demo.ect.example', 'Priya Nair',    'VU2PNX', 'Asia/Kolkata',        'USER',   '7 days'),
    (6, 'joe@demo.ect.example',   'Joe Blackwood', 'KX3JB',  'America/Los_Angeles', 'USER',   '9 days')
) AS person (n, email, name, callsign, zone, role, seen)
-- Somebody may have taken one of these callsigns before the demonstration was asked for.
ON CONFLICT DO NOTHING;
