/** Callsigns and the stations behind them: how a call is read, what is known of whom. */
@NullMarked
package org.ectsuite.ectlog.station;

import org.jspecify.annotations.NullMarked;
