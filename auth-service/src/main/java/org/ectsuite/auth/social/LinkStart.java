package org.ectsuite.auth.social;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The way to a provider.
 *
 * @param address where the browser is to go now
 */
@Schema(name = "LinkStart")
record LinkStart(String address) {

    @Override
    public String toString() {
        return "LinkStart[hidden]";
    }
}
