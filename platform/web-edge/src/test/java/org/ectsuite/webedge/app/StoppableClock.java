package org.ectsuite.webedge.app;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import org.ectsuite.testsupport.MutableClock;

/** The clock of this service, in the hands of its tests. */
@Mock
@Singleton
public class StoppableClock extends MutableClock {}
