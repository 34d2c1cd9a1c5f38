package fr.pli.expertise.departure.web;

import fr.pli.expertise.departure.RequestFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A request given by the form, or as the body of a call; no file is an empty one. */
final class GivenRequest {

    private GivenRequest() {}

    static RequestFile of(@Nullable MultipartFile file) throws IOException {
        return file == null
                ? new RequestFile("", new byte[0])
                : new RequestFile(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
    }

    /** Reads no more than a request may have, and one byte to see that it has more. */
    static RequestFile of(String name, HttpServletRequest request) throws IOException {
        return new RequestFile(name, request.getInputStream().readNBytes(RequestFile.LARGEST + 1));
    }
}
