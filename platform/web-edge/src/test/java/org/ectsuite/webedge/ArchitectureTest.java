package org.ectsuite.webedge;

import org.ectsuite.testsupport.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("org.ectsuite.webedge");
    }
}
