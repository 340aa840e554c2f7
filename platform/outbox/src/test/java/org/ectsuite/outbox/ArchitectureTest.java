package org.ectsuite.outbox;

import org.ectsuite.testsupport.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.ectsuite.outbox");
    }
}
