package fr.pli.exchange.attachment;

/** A run of clear bytes that lies in one object. Once recorded it is never rewritten. */
record Extent(long offset, long length, ObjectName object) {

    long end() {
        return offset + length;
    }
}
