package org.ectsuite.tokensecurity.startup;

import java.util.List;
import java.util.stream.Collectors;

/** The service refuses to start; the message names the properties to be changed and none of their values. */
public class StartupRefusedException extends RuntimeException {
    StartupRefusedException(List<Finding> findings) {
        super(
                "Not fit for production:\n"
                        + findings.stream().map(finding -> "  " + finding).collect(Collectors.joining("\n")),
                null,
                false,
                false);
    }
}
