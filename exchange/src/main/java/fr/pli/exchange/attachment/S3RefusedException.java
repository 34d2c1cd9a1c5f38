package fr.pli.exchange.attachment;

import java.io.IOException;

/** The store answers, and refuses: a setting is wrong, here or there. */
final class S3RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;

    S3RefusedException(int status, String code, Throwable cause) {
        super(
                "the object store refuses (" + status + (code.isEmpty() ? "" : " " + code) + "): " + advice(status),
                cause);
        this.status = status;
    }

    int status() {
        return status;
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 -> "check pli.attachment.s3.access-key and secret-key, and what they may do in the bucket";
            case 404 -> "the bucket does not exist; make it, or check pli.attachment.s3.bucket and endpoint";
            case 301, 307, 400 -> "check pli.attachment.s3.region, endpoint and path-style";
            default -> "check the settings pli.attachment.s3";
        };
    }
}
