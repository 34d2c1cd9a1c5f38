package fr.pli.exchange.upload.web;

import fr.pli.exchange.upload.Upload;
import fr.pli.exchange.upload.UploadRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Headers of tus 1.0.0. */
final class Tus {

    static final String VERSION = "1.0.0";
    static final String RESUMABLE = "Tus-Resumable";
    static final String METADATA = "Upload-Metadata";
    static final String LENGTH = "Upload-Length";

    private static final String BYTES = "application/offset+octet-stream";

    private Tus() {}

    static boolean hasBytes(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(BYTES);
    }

    static long number(HttpServletRequest request, String header, UploadRefusal otherwise) {
        String value = request.getHeader(header);
        if (value == null || !value.matches("\\d{1,18}")) {
            throw otherwise.with();
        }
        return Long.parseLong(value);
    }

    static ResponseEntity.BodyBuilder answer(HttpStatus status, Upload upload) {
        var answer = ResponseEntity.status(status).header("Upload-Offset", Long.toString(upload.offset()));
        Instant expires = upload.expires();
        return expires == null
                ? answer
                : answer.header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(expires.atOffset(ZoneOffset.UTC)));
    }
}
