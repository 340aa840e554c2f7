-- The service runs with a role that owns nothing: whatever a migration creates it may read and write, and no more.
-- Each default holds for objects that the migrating role creates from now on.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${app_role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO "${app_role}";
GRANT USAGE ON SCHEMA public TO "${app_role}";

-- Up to PostgreSQL 14 everybody may create tables in this schema; later versions keep what an upgraded database allows.
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
