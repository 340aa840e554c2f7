/** What people can take with them: one file with all that the service keeps for them. */
@NullMarked
package org.ectsuite.auth.owndata;

import org.jspecify.annotations.NullMarked;
