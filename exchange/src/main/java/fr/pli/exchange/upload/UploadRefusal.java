package fr.pli.exchange.upload;

import fr.pli.exchange.platform.Refusal;

/** The whole vocabulary of refusal of uploads (tus 1.0.0, X-3). */
public enum UploadRefusal implements Refusal {
    UNKNOWN("upload.unknown", 404),
    VERSION("upload.version", 412),
    LENGTH_MISSING("upload.length-missing", 400),
    LENGTH_DEFERRED("upload.length-deferred", 400),
    CONCATENATION("upload.concatenation", 400),
    EMPTY("upload.empty", 400),
    TOO_LARGE("upload.too-large", 413),
    METADATA_MALFORMED("upload.metadata-malformed", 400),
    CONTAINER_MISSING("upload.container-missing", 400),
    CONTENT_TYPE("upload.content-type", 415),
    OFFSET_MISSING("upload.offset-missing", 400),
    OFFSET_DIFFERS("upload.offset-differs", 409),
    TOO_LONG("upload.too-long", 413),
    INTERRUPTED("upload.interrupted", 400),
    OVERTAKEN("upload.overtaken", 423),
    CHECKSUM_MALFORMED("upload.checksum-malformed", 400),
    CHECKSUM_DIFFERS("upload.checksum-differs", 460),
    BUSY("upload.busy", 503);

    private final String code;
    private final int status;

    UploadRefusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
