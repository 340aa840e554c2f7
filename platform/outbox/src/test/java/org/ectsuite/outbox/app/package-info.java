@NullMarked
package org.ectsuite.outbox.app;

import org.jspecify.annotations.NullMarked;
