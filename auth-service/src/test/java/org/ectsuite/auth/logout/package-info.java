@NullMarked
package org.ectsuite.auth.logout;

import org.jspecify.annotations.NullMarked;
