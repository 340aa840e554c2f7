/** The suite on one machine: database, mailbox, the four services and a gateway, started and stopped together. */
@NullMarked
package org.ectsuite.local;

import org.jspecify.annotations.NullMarked;
