package fr.pli.expertise.departure;

/** The request as it was given: a file name, and what is in it. */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record RequestFile(String name, byte[] bytes) {

    /** Bytes of a request: some scanned pages. */
    public static final int LARGEST = 16_000_000;

    void check() {
        if (bytes.length == 0) {
            throw DepartureRefusal.REQUEST_REQUIRED.with();
        }
        if (bytes.length > LARGEST) {
            throw DepartureRefusal.REQUEST_TOO_LARGE.with(LARGEST / 1_000_000);
        }
    }
}
