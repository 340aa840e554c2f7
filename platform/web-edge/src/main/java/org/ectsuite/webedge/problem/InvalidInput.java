package org.ectsuite.webedge.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a request, without the refused value and without a word about classes. */
final class InvalidInput {

    private static final String DETAIL = "At least one field does not fit the rules.";

    private InvalidInput() {}

    /** True if the answer itself broke its rules, for which the client is not to blame. */
    static boolean isOwnFault(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream().anyMatch(violation -> {
            for (Path.Node node : violation.getPropertyPath()) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return true;
                }
            }
            return false;
        });
    }

    static ProblemException of(Collection<? extends ConstraintViolation<?>> violations) {
        ProblemException problem = new ProblemException(CommonProblem.VALIDATION_FAILED, DETAIL);
        violations.stream()
                .map(violation -> new FieldError(field(violation.getPropertyPath()), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .forEach(error -> problem.error(error.field(), error.message()));
        return problem;
    }

    static ProblemException of(JsonProcessingException failure) {
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String message = mapping instanceof MismatchedInputException mismatch
                    ? message(mismatch)
                    : mapping.getCause() instanceof InputCoercionException coercion
                            ? "must be " + form(coercion.getTargetType())
                            : null;
            if (message != null) {
                return new ProblemException(CommonProblem.VALIDATION_FAILED, DETAIL).error(field(mapping), message);
            }
        }
        return new ProblemException(CommonProblem.MALFORMED_REQUEST, whole(failure));
    }

    /** What is wrong with a body as a whole. */
    private static String whole(JsonProcessingException failure) {
        if (failure instanceof MismatchedInputException mismatch) {
            return String.valueOf(mismatch.getOriginalMessage()).startsWith("Trailing token")
                    ? "The body goes on after its end."
                    : "The body must be " + form(mismatch.getTargetType()) + ".";
        }
        JsonLocation location = failure.getLocation();
        return location == null
                ? "The body is not valid JSON."
                : "The body is not valid JSON (line " + location.getLineNr() + ", column " + location.getColumnNr()
                        + ").";
    }

    /** A query parameter that could not be converted. */
    static ProblemException ofParameter(String name) {
        return new ProblemException(CommonProblem.VALIDATION_FAILED, DETAIL)
                .error(name, "does not have the right form");
    }

    /** The path without the endpoint's method, and without the name of the Java parameter that holds a body. */
    static String field(Path path) {
        StringBuilder field = new StringBuilder();
        String parameter = "";
        Iterator<Path.Node> nodes = path.iterator();
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE -> {}
                case PARAMETER -> parameter = Objects.requireNonNullElse(node.getName(), "");
                case PROPERTY, BEAN -> {
                    element(field, node);
                    if (node.getName() != null) {
                        field.append(field.isEmpty() ? "" : ".").append(node.getName());
                    }
                }
                case CONTAINER_ELEMENT -> element(field, node);
            }
        }
        return field.isEmpty() ? parameter : field.toString();
    }

    private static void element(StringBuilder field, Path.Node node) {
        if (node.getIndex() != null) {
            field.append('[').append(node.getIndex()).append(']');
        } else if (node.getKey() != null) {
            field.append('[').append(node.getKey()).append(']');
        }
    }

    private static String field(JsonMappingException failure) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            if (step.getFieldName() != null) {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            } else {
                field.append('[').append(step.getIndex()).append(']');
            }
        }
        return field.toString();
    }

    private static String message(MismatchedInputException mismatch) {
        if (mismatch instanceof UnrecognizedPropertyException) {
            return "is not known here";
        }
        Class<?> target = mismatch.getTargetType();
        // Jackson has no exception of its own for a missing or null primitive.
        boolean missing = target != null
                && target.isPrimitive()
                && String.valueOf(mismatch.getOriginalMessage()).startsWith("Cannot map `null`");
        return missing ? "is required" : "must be " + form(target);
    }

    private static String form(@Nullable Class<?> target) {
        if (target == null) {
            return "of another type";
        }
        if (target.isEnum()) {
            return "one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true or false";
        }
        if (target == double.class
                || target == float.class
                || target == java.math.BigDecimal.class
                || target == Double.class
                || target == Float.class) {
            return "a number";
        }
        if (target.isPrimitive() || Number.class.isAssignableFrom(target)) {
            return "a whole number within the range";
        }
        if (CharSequence.class.isAssignableFrom(target)) {
            return "a text";
        }
        if (target == UUID.class) {
            return "a UUID";
        }
        if (target == Instant.class) {
            return "an RFC 3339 time, like 2026-01-31T18:30:00Z";
        }
        if (target == LocalDate.class) {
            return "a date, like 2026-01-31";
        }
        if (target == LocalTime.class) {
            return "a time of day, like 18:30";
        }
        if (target == LocalDateTime.class) {
            return "a local date and time, like 2026-01-31T18:30";
        }
        if (target == Duration.class) {
            return "an ISO 8601 duration, like PT15M";
        }
        if (ZoneId.class.isAssignableFrom(target)) {
            return "a time zone, like Europe/Berlin";
        }
        if (target.isArray() || Collection.class.isAssignableFrom(target)) {
            return "a list";
        }
        if (Map.class.isAssignableFrom(target) || target.isRecord()) {
            return "an object";
        }
        return "of another form";
    }
}
