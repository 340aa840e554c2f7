/** What people see of the audit trail: what they did themselves, and what was done to their accounts. */
@NullMarked
package org.ectsuite.auth.audit;

import org.jspecify.annotations.NullMarked;
