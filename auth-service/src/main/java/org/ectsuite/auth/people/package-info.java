/** What other services may know about people. */
@NullMarked
package org.ectsuite.auth.people;

import org.jspecify.annotations.NullMarked;
