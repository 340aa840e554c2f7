/** What administrators see of accounts. */
@NullMarked
package org.ectsuite.auth.administration;

import org.jspecify.annotations.NullMarked;
