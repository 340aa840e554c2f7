package org.ectsuite.ectlog;

import org.ectsuite.testsupport.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("org.ectsuite.ectlog");
    }
}
