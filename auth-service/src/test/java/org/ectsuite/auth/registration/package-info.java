@NullMarked
package org.ectsuite.auth.registration;

import org.jspecify.annotations.NullMarked;
