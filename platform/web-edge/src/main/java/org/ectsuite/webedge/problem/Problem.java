package org.ectsuite.webedge.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a problem response, {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code urn:ect:problem:<code>}
 * @param code the stable code that clients compare
 * @param title the sentence that is the same for every occurrence
 * @param status the HTTP status
 * @param detail what this occurrence is about
 * @param instance the request id, which the log of the service knows too
 * @param errors what is wrong with which field; absent where no field is to blame
 * @param members further members that the problem type documents
 */
@Schema(description = "Problem response (RFC 9457). Problem types may add members of their own.")
public record Problem(
        String type,
        String code,
        String title,
        int status,
        @Nullable String detail,
        String instance,
        List<FieldError> errors,
        @Schema(hidden = true) Map<String, Object> members) {

    /** The content type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static final Set<String> STANDARD_MEMBERS =
            Set.of("type", "code", "title", "status", "detail", "instance", "errors");

    /** The problem of a type, of one request. */
    static Problem of(ProblemType type, @Nullable String detail, String requestId) {
        return new Problem(
                type.type(), type.code(), type.title(), type.status(), detail, requestId, List.of(), Map.of());
    }

    /** The problem that an exception carries, of one request. */
    static Problem of(ProblemException exception, String requestId) {
        ProblemType type = exception.type();
        return new Problem(
                type.type(),
                type.code(),
                type.title(),
                type.status(),
                exception.detail(),
                requestId,
                exception.errors(),
                exception.members());
    }

    /** The members as they stand on the wire, in a stable order. */
    Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("type", type);
        wire.put("code", code);
        wire.put("title", title);
        wire.put("status", status);
        if (detail != null) {
            wire.put("detail", detail);
        }
        wire.put("instance", instance);
        if (!errors.isEmpty()) {
            wire.put(
                    "errors",
                    errors.stream()
                            .map(error -> Map.of("field", error.field(), "message", error.message()))
                            .toList());
        }
        wire.putAll(members);
        return wire;
    }
}
