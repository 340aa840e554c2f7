/** Changes of an account's mail address: confirmed at the new one, undone from the old one. */
@NullMarked
package org.ectsuite.auth.emailchange;

import org.jspecify.annotations.NullMarked;
