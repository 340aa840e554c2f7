/** What an operator has a service's program do instead of serving: {@code auth-service rotate-keys}. */
@NullMarked
package org.ectsuite.command;

import org.jspecify.annotations.NullMarked;
