package fr.pli.exchange.receipt.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.receipt.Downloads;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The bytes of a message: one file (U-8) or several as a zip (U-9), the same for pages and programs. */
@Controller
class DownloadController {

    private final Downloads downloads;
    private final ByteServing serving;

    DownloadController(Downloads downloads, ByteServing serving) {
        this.downloads = downloads;
        this.serving = serving;
    }

    @GetMapping({"/messages/{message}/files/{file}", "/api/v1/messages/{message}/files/{file}/content"})
    void file(
            @SignedIn Person reader,
            @PathVariable UUID message,
            @PathVariable UUID file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        serving.serve(() -> downloads.file(reader, message, file), request, response);
    }

    /** @param files ids, repeated or separated by commas; all of the message without them */
    @GetMapping({"/messages/{message}/zip", "/api/v1/messages/{message}/zip"})
    void zip(
            @SignedIn Person reader,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "") List<UUID> files,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        serving.serve(() -> downloads.zip(reader, message, files), request, response);
    }
}
