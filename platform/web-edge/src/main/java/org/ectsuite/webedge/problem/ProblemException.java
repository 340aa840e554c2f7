package org.ectsuite.webedge.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A foreseen failure that is answered with a problem response. It has no stack trace: it describes the request, not
 * the program.
 */
public class ProblemException extends RuntimeException {

    private final transient ProblemType type;
    private final transient List<FieldError> errors = new ArrayList<>();
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * A problem with what this occurrence is about.
     *
     * @param type the entry of the catalogue
     * @param detail a sentence for the client's people; must not hold secrets, SQL, class names, or hints whether
     *     an account exists
     */
    public ProblemException(ProblemType type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /** A request whose one field does not fit the rules. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(CommonProblem.VALIDATION_FAILED, "A field does not fit the rules.")
                .error(field, message);
    }

    /** Nothing under this address, or nothing that this caller may know of. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(CommonProblem.NOT_FOUND, detail);
    }

    /** Adds an extension member to the body; names of the standard members are refused. */
    public ProblemException with(String member, Object value) {
        if (Problem.STANDARD_MEMBERS.contains(member)) {
            throw new IllegalArgumentException("'" + member + "' is a standard member of a problem");
        }
        members.put(member, value);
        return this;
    }

    /** Adds a field error. */
    public ProblemException error(String field, String message) {
        errors.add(new FieldError(field, message));
        return this;
    }

    /** Sets a response header. */
    public ProblemException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The entry of the catalogue. */
    public ProblemType type() {
        return type;
    }

    /** What this occurrence is about. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** Errors per field, in the order in which they were added. */
    public List<FieldError> errors() {
        return Collections.unmodifiableList(errors);
    }

    /** The extension members, in the order in which they were added. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    /** The response headers. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }
}
