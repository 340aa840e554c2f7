package org.ectsuite.notification;

import org.ectsuite.testsupport.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("org.ectsuite.notification");
    }
}
