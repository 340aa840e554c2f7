package org.ectsuite.auth.audit;

import io.restassured.response.Response;
import java.util.List;
import java.util.function.Supplier;

/**
 * What an endpoint that may change something is to leave in the audit trail.
 *
 * @param deed does it, and gives the answer of the request that counts
 * @param rows the actions that this one request records, in order
 * @param refused a request that must be refused, and leave nothing
 */
record Mutation(Supplier<Response> deed, List<String> rows, Supplier<Response> refused) {

    /** One row. */
    static Mutation recorded(String row, Supplier<Response> deed, Supplier<Response> refused) {
        return new Mutation(deed, List.of(row), refused);
    }

    /**
     * No row.
     *
     * @param why what makes it no change that anybody would ask for later
     */
    static Mutation unrecorded(String why, Supplier<Response> deed, Supplier<Response> refused) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("A change that is not recorded needs a reason");
        }
        return new Mutation(deed, List.of(), refused);
    }
}
