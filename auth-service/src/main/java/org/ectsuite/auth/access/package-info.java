/** Who may do what: global roles, suspension, and the rule that an administrator always remains. */
@NullMarked
package org.ectsuite.auth.access;

import org.jspecify.annotations.NullMarked;
