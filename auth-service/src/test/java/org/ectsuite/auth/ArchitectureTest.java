package org.ectsuite.auth;

import org.ectsuite.testsupport.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("org.ectsuite.auth");
    }
}
