/**
 * The audit trail: every change is recorded in its own transaction by {@link org.ectsuite.audit.AuditTrail}, sealed soon
 * after into a chain of hashes, shown to administrators, and checked by {@link org.ectsuite.audit.AuditVerifier}.
 */
@NullMarked
package org.ectsuite.audit;

import org.jspecify.annotations.NullMarked;
