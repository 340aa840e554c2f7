@NullMarked
package org.ectsuite.outbox;

import org.jspecify.annotations.NullMarked;
