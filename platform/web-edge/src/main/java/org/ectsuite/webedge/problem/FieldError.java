package org.ectsuite.webedge.problem;

/**
 * One thing wrong with one field of a request.
 *
 * @param field the path to it as the client wrote it: {@code frequencies[1].mode}, a query parameter's or header's name
 * @param message what is wrong, for people; never the refused value
 */
public record FieldError(String field, String message) {}
