package org.ectsuite.audit;

import org.ectsuite.testsupport.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("org.ectsuite.audit");
    }
}
