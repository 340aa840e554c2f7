/** Sign-in by a link or a code sent to a mailbox. */
@NullMarked
package org.ectsuite.auth.magiclink;

import org.jspecify.annotations.NullMarked;
