/** Nets: life cycle, roles per net, who may do what, subscriptions. */
@NullMarked
package org.ectsuite.ectlog.net;

import org.jspecify.annotations.NullMarked;
