-- Claims a key in one statement instead of three: how long it may wait for another transaction with the same key is a setting of
-- this function and ends with it, so that the caller's other locks are waited for as ever.
CREATE FUNCTION claim_idempotency_key(
    claimed_scope text, claimed_key text, request_fingerprint text, at timestamptz, until timestamptz, patience text)
    RETURNS boolean
    LANGUAGE plpgsql
    SET lock_timeout FROM CURRENT
AS $$
BEGIN
    PERFORM set_config('lock_timeout', patience, true);
    INSERT INTO idempotency_key AS known (scope, key, fingerprint, created_at, expires_at)
    VALUES (claimed_scope, claimed_key, request_fingerprint, at, until)
    ON CONFLICT (scope, key) DO UPDATE
    SET fingerprint = excluded.fingerprint, answer = NULL, created_at = excluded.created_at, expires_at = excluded.expires_at
    WHERE known.expires_at <= excluded.created_at;
    RETURN FOUND;
END
$$;
