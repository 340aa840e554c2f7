package org.ectsuite.media.metadata;

/** A place on earth as a camera noted it: degrees (WGS 84), north and east positive. */
public record GeoPosition(double latitude, double longitude) {}
