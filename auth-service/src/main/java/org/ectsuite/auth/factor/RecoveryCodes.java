package org.ectsuite.auth.factor;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** New recovery codes, which are shown this once. */
@Schema(name = "RecoveryCodes")
record RecoveryCodes(List<String> codes) {

    @Override
    public String toString() {
        return "RecoveryCodes[hidden]";
    }
}
