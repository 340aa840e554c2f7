@NullMarked
package org.ectsuite.auth.session;

import org.jspecify.annotations.NullMarked;
