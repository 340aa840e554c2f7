package org.ectsuite.webedge.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Does a deed once per idempotency key: the first request does it and leaves its answer, a repeat gets that answer.
 * Key, deed and answer share the caller's transaction, so a deed that fails leaves no key behind.
 *
 * <p>Of several requests with the same key at the same moment one does the deed; the others wait for it and get its
 * answer, or a conflict if they waited for too long. Answers are stored as they are, therefore an operation whose answer holds a
 * secret must not be repeated through here.
 */
@ApplicationScoped
public class IdempotentRequests {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,128}");
    private static final int SCOPE_LENGTH = 200;

    /** What PostgreSQL says when a lock was not granted within lock_timeout. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final ObjectMapper writer;
    private final ObjectMapper reader;
    private final Clock clock;
    private final IdempotencyConfig config;

    IdempotentRequests(ObjectMapper mapper, Clock clock, IdempotencyConfig config) {
        this.writer = mapper.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        // An answer may have been stored by an older version of the service whose view had other members.
        this.reader = mapper.copy().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        this.clock = clock;
        this.config = config;
    }

    /**
     * Does the deed, or answers with what it answered the first time. Must be called inside a transaction
     * ({@code @WithTransaction}).
     *
     * @param key the Idempotency-Key header: 1 to 128 visible ASCII characters; null means that the deed is simply done
     * @param scope caller and operation, so that nobody meets the keys of somebody else; at most 200 characters
     * @param request what is asked for; a repeat must ask for the same
     * @param type the class of the answer
     * @param deed what is done once
     * @throws ProblemException MALFORMED_REQUEST for a key that is none, IDEMPOTENCY_KEY_REUSED if the key came with
     *     another request before, CONFLICT if the first request with this key is still at work
     */
    public <T> Uni<T> once(@Nullable String key, String scope, Object request, Class<T> type, Supplier<Uni<T>> deed) {
        if (key == null) {
            return deed.get();
        }
        if (!KEY.matcher(key).matches()) {
            return Uni.createFrom()
                    .failure(new ProblemException(
                            CommonProblem.MALFORMED_REQUEST,
                            "Idempotency-Key must be 1 to 128 visible ASCII characters."));
        }
        if (scope.length() > SCOPE_LENGTH) {
            throw new IllegalArgumentException("An idempotency scope has at most " + SCOPE_LENGTH + " characters");
        }
        String fingerprint = fingerprint(request);
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> claim(session, scope, key, fingerprint, now)
                        .chain(claimed -> claimed
                                ? deed.get().call(answer -> keep(session, scope, key, answer))
                                : recall(session, scope, key, fingerprint, type)));
    }

    /** True if the key is ours now; waits for a transaction that has claimed it and is not yet through. */
    private Uni<Boolean> claim(Mutiny.Session session, String scope, String key, String fingerprint, Instant now) {
        return session.createNativeQuery(
                        "SELECT claim_idempotency_key(:scope, :key, :fingerprint, :now, :expires, :patience)",
                        Boolean.class)
                .setParameter("scope", scope)
                .setParameter("key", key)
                .setParameter("fingerprint", fingerprint)
                .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter("expires", OffsetDateTime.ofInstant(now.plus(config.keep()), ZoneOffset.UTC))
                .setParameter("patience", config.patience().toMillis() + "ms")
                .getSingleResult()
                .onFailure(IdempotentRequests::waitedTooLong)
                .transform(failure -> new ProblemException(
                                CommonProblem.CONFLICT, "The first request with this Idempotency-Key is still at work.")
                        .header("Retry-After", "1"));
    }

    /** Hibernate Reactive hands the driver's exceptions on as those of JDBC. */
    private static boolean waitedTooLong(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private <T> Uni<Integer> keep(Mutiny.Session session, String scope, String key, T answer) {
        return session.createNativeQuery(
                        "UPDATE idempotency_key SET answer = :answer WHERE scope = :scope AND key = :key")
                .setParameter("answer", json(answer))
                .setParameter("scope", scope)
                .setParameter("key", key)
                .executeUpdate();
    }

    private <T> Uni<T> recall(Mutiny.Session session, String scope, String key, String fingerprint, Class<T> type) {
        return session.createNativeQuery(
                        "SELECT fingerprint, answer FROM idempotency_key WHERE scope = :scope AND key = :key",
                        Tuple.class)
                .setParameter("scope", scope)
                .setParameter("key", key)
                .getSingleResult()
                .map(row -> {
                    if (!fingerprint.equals(row.get(0, String.class))) {
                        throw new ProblemException(
                                CommonProblem.IDEMPOTENCY_KEY_REUSED,
                                "This Idempotency-Key came with another request before; use a new one.");
                    }
                    return answer(row.get(1, String.class), type);
                });
    }

    private String fingerprint(Object request) {
        return DigestUtils.sha256Hex(json(request));
    }

    private String json(@Nullable Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A request or answer that is no JSON cannot be repeated", e);
        }
    }

    private <T> T answer(String json, Class<T> type) {
        try {
            return reader.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer is not a " + type.getSimpleName(), e);
        }
    }
}
