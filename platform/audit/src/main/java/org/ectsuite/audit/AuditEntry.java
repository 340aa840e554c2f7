package org.ectsuite.audit;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded: an action on an object, and what the object was before and after it. Immutable; each method
 * gives a new entry.
 *
 * <p>Before and after are anything Jackson writes: a view record, a map. In a native image a type that no endpoint
 * returns must be registered for reflection. Entities do not belong here: they drag their associations along.
 */
public final class AuditEntry {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    private static final int OBJECT_ID_LENGTH = 200;

    private final String action;
    private final String objectType;
    private final String objectId;
    private final @Nullable Object before;
    private final @Nullable Object after;
    private final @Nullable AuditActor actor;

    private AuditEntry(
            String action,
            String objectType,
            String objectId,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable AuditActor actor) {
        this.action = action;
        this.objectType = objectType;
        this.objectId = objectId;
        this.before = before;
        this.after = after;
        this.actor = actor;
    }

    /**
     * An entry without before and after.
     *
     * @param action what was done, as {@code account.role-changed}; at most 100 of letters, digits and {@code . _ : -}
     * @param objectType what it was done to, as {@code account}; the same rule
     * @param objectId which one; 1 to 200 characters
     */
    public static AuditEntry of(String action, String objectType, String objectId) {
        if (!NAME.matcher(action).matches()) {
            throw new IllegalArgumentException("Not the name of an action: " + action);
        }
        if (!NAME.matcher(objectType).matches()) {
            throw new IllegalArgumentException("Not the name of a type of objects: " + objectType);
        }
        if (objectId.isBlank() || objectId.length() > OBJECT_ID_LENGTH) {
            throw new IllegalArgumentException("An object id has 1 to " + OBJECT_ID_LENGTH + " characters");
        }
        return new AuditEntry(action, objectType, objectId, null, null, null);
    }

    /** What the object was; null if it is new. */
    public AuditEntry before(@Nullable Object value) {
        return new AuditEntry(action, objectType, objectId, value, after, actor);
    }

    /** What the object is now; null if it is gone. */
    public AuditEntry after(@Nullable Object value) {
        return new AuditEntry(action, objectType, objectId, before, value, actor);
    }

    /** Who did it, where no caller's token says so. */
    public AuditEntry actor(AuditActor value) {
        return new AuditEntry(action, objectType, objectId, before, after, Objects.requireNonNull(value));
    }

    /** What was done. */
    public String action() {
        return action;
    }

    /** The type of what it was done to. */
    public String objectType() {
        return objectType;
    }

    /** The id of what it was done to. */
    public String objectId() {
        return objectId;
    }

    @Nullable Object before() {
        return before;
    }

    @Nullable Object after() {
        return after;
    }

    @Nullable AuditActor actor() {
        return actor;
    }
}
