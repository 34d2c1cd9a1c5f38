package fr.pli.exchange.account.web;

import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.DirectorySettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file given for import, by the form or as the body of a call; no file is an empty one. */
record GivenFile(String name, byte[] content) {

    static GivenFile of(@Nullable MultipartFile file) throws IOException {
        return file == null
                ? new GivenFile("", new byte[0])
                : new GivenFile(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
    }

    /** Reads no more than may be imported. */
    static GivenFile of(String name, HttpServletRequest request, DirectorySettings settings) throws IOException {
        int most = (int) settings.importMaxSize().toBytes();
        byte[] content = request.getInputStream().readNBytes(most + 1);
        if (content.length > most) {
            throw DirectoryRefusal.IMPORT_TOO_LARGE.with(settings.importMaxSize());
        }
        return new GivenFile(name, content);
    }
}
