@NullMarked
package org.ectsuite.auth.consent;

import org.jspecify.annotations.NullMarked;
