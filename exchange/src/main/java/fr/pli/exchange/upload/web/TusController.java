package fr.pli.exchange.upload.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.upload.Checksum;
import fr.pli.exchange.upload.Identifier;
import fr.pli.exchange.upload.Upload;
import fr.pli.exchange.upload.UploadMetadata;
import fr.pli.exchange.upload.UploadRefusal;
import fr.pli.exchange.upload.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The verbs of <a href="https://tus.io/protocols/resumable-upload">tus 1.0.0</a> (U-1): core, creation,
 * creation-with-upload, expiration, termination, checksum. Bodies are read from the connection as they come. An id that
 * is malformed, unknown or another person's gets the same answer.
 */
@RestController
@RequestMapping("/api/v1/uploads")
class TusController {

    private static final String EXTENSIONS = "creation,creation-with-upload,expiration,termination,checksum";

    private final Uploads uploads;

    TusController(Uploads uploads) {
        this.uploads = uploads;
    }

    /** Every answer, refusals included, names the protocol; every request but OPTIONS must. */
    @ModelAttribute
    void protocol(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(Tus.RESUMABLE, Tus.VERSION);
        response.setHeader("Cache-Control", "no-store");
        if (!request.getMethod().equals("OPTIONS") && !Tus.VERSION.equals(request.getHeader(Tus.RESUMABLE))) {
            response.setHeader("Tus-Version", Tus.VERSION);
            throw UploadRefusal.VERSION.with();
        }
    }

    @RequestMapping(
            path = {"", "/{id}"},
            method = RequestMethod.OPTIONS)
    ResponseEntity<Void> capabilities() {
        return ResponseEntity.noContent()
                .header("Tus-Version", Tus.VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Max-Size", Long.toString(uploads.maxLength()))
                .header("Tus-Checksum-Algorithm", Checksum.ALGORITHMS)
                .build();
    }

    @RequestMapping(method = RequestMethod.POST)
    ResponseEntity<Void> create(@SignedIn Person person, HttpServletRequest request) throws IOException {
        if (request.getHeader("Upload-Concat") != null) {
            throw UploadRefusal.CONCATENATION.with();
        }
        if (request.getHeader("Upload-Defer-Length") != null) {
            throw UploadRefusal.LENGTH_DEFERRED.with();
        }
        long length = Tus.number(request, "Upload-Length", UploadRefusal.LENGTH_MISSING);
        Checksum checksum = Checksum.parse(request.getHeader("Upload-Checksum"));
        Upload upload = uploads.create(person, length, UploadMetadata.parse(request.getHeader(Tus.METADATA)));
        if (Tus.hasBytes(request)) {
            upload = uploads.append(
                    person, upload.file(), 0, request.getContentLengthLong(), checksum, request.getInputStream());
        }
        return Tus.answer(HttpStatus.CREATED, upload)
                .location(URI.create("/api/v1/uploads/" + upload.file()))
                .build();
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    ResponseEntity<Void> offset(@SignedIn Person person, @PathVariable String id) {
        return offset(uploads.resume(person, parse(id)));
    }

    private static ResponseEntity<Void> offset(Upload upload) {
        var answer = Tus.answer(HttpStatus.OK, upload).header(Tus.LENGTH, Long.toString(upload.length()));
        return upload.metadata().isEmpty()
                ? answer.build()
                : answer.header(Tus.METADATA, upload.metadata()).build();
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.PATCH)
    ResponseEntity<Void> append(@SignedIn Person person, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        UUID file = parse(id);
        if (!Tus.hasBytes(request)) {
            throw UploadRefusal.CONTENT_TYPE.with();
        }
        long offset = Tus.number(request, "Upload-Offset", UploadRefusal.OFFSET_MISSING);
        Checksum checksum = Checksum.parse(request.getHeader("Upload-Checksum"));
        Upload upload = uploads.append(
                person, file, offset, request.getContentLengthLong(), checksum, request.getInputStream());
        return Tus.answer(HttpStatus.NO_CONTENT, upload).build();
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.DELETE)
    ResponseEntity<Void> terminate(@SignedIn Person person, @PathVariable String id) {
        uploads.terminate(person, parse(id));
        return ResponseEntity.noContent().build();
    }

    /** For clients whose environment knows no PATCH. */
    @RequestMapping(path = "/{id}", method = RequestMethod.POST, headers = "X-HTTP-Method-Override")
    ResponseEntity<Void> overridden(@SignedIn Person person, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        return switch (String.valueOf(request.getHeader("X-HTTP-Method-Override"))) {
            case "PATCH" -> append(person, id, request);
            case "DELETE" -> terminate(person, id);
            case "HEAD" -> offset(person, id);
            default -> throw UploadRefusal.UNKNOWN.with();
        };
    }

    private static UUID parse(@Nullable String id) {
        return Identifier.parse(id).orElseThrow(UploadRefusal.UNKNOWN::with);
    }
}
