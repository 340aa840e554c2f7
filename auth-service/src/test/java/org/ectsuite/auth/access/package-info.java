@NullMarked
package org.ectsuite.auth.access;

import org.jspecify.annotations.NullMarked;
