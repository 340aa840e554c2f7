/** What every request has: an id, a client address behind trusted proxies, and the time. */
@NullMarked
package org.ectsuite.webedge.request;

import org.jspecify.annotations.NullMarked;
