package fr.pli.expertise.archive.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.receipt.web.ByteServing;
import fr.pli.expertise.archive.Archives;
import fr.pli.expertise.archive.Bordereaux;
import fr.pli.expertise.dossier.Expertises;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** « Archive » of an expertise (E-12) and the bordereau of a folder (E-11), the bytes the same for pages and programs. */
@Controller
class ArchivePages {

    private final Expertises expertises;
    private final Archives archives;
    private final Bordereaux bordereaux;
    private final ByteServing serving;

    ArchivePages(Expertises expertises, Archives archives, Bordereaux bordereaux, ByteServing serving) {
        this.expertises = expertises;
        this.archives = archives;
        this.bordereaux = bordereaux;
        this.serving = serving;
    }

    @GetMapping("/expertises/{id}/archive")
    String page(@SignedIn Person person, @PathVariable UUID id, Model model) {
        model.addAttribute("dossier", expertises.known(person, id));
        model.addAttribute("extent", archives.extent(person, id));
        return "archive/archive";
    }

    /** @param at second of the epoch of the archive's moment: with it, a zip that was cut is resumed byte for byte */
    @GetMapping({"/expertises/{id}/archive/zip", "/api/v1/expertises/{id}/archive/zip"})
    void zip(
            @SignedIn Person person,
            @PathVariable UUID id,
            @RequestParam long at,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        serving.serve(() -> archives.offer(person, id, Instant.ofEpochSecond(at), locale), request, response);
    }

    @GetMapping({"/expertises/{id}/folders/{folder}/bordereau", "/api/v1/expertises/{id}/folders/{folder}/bordereau"})
    ResponseEntity<byte[]> bordereau(
            @SignedIn Person person, @PathVariable UUID id, @PathVariable UUID folder, Locale locale) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("bordereau.pdf")
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(bordereaux.pdf(person, id, folder, locale));
    }
}
