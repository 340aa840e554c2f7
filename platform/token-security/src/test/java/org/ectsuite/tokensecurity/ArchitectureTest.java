package org.ectsuite.tokensecurity;

import org.ectsuite.testsupport.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.ectsuite.tokensecurity");
    }
}
