@NullMarked
package org.ectsuite.auth.page;

import org.jspecify.annotations.NullMarked;
