package org.ectsuite.media.metadata;

/** A place on earth as a camera noted it: degrees (WGS 84), north and east positive. */
public record GeoPosition(double latitude, double longitude) {

    /** Whether both numbers can be a place; cameras without a fix like to write 0/0, which is none. */
    public boolean isPlausible() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude != 0 || longitude != 0);
    }
}
