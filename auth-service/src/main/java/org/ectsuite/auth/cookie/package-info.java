/** What browsers are asked to enforce by the names of our cookies. */
@NullMarked
package org.ectsuite.auth.cookie;

import org.jspecify.annotations.NullMarked;
