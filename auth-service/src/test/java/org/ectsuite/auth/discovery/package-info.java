@NullMarked
package org.ectsuite.auth.discovery;

import org.jspecify.annotations.NullMarked;
